//! Drawings, as they are published and as they are refused.

use super::SECRET;
use crate::publish::pictures::encode;

#[test]
fn drawings_are_as_large_as_they_say() {
    for (said, size) in [
        (r#"width="30" height="20px""#, Some((30, 20))),
        (r#"viewBox="0 0 64 48""#, Some((64, 48))),
        (r#"viewBox="0,0,64,48" width="1in""#, Some((96, 72))),
        (
            r#"viewBox="0 0 64 48" width="100%" height="100%""#,
            Some((64, 48)),
        ),
        (r#"width="50%""#, None),
    ] {
        let drawing = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" {said}/>"#);
        let encoded = encode(drawing.as_bytes()).ok();
        let found = encoded.map(|drawing| (drawing.width, drawing.height));
        assert_eq!(found, size, "{said}");
    }
}

#[test]
fn drawings_lose_what_programs_wrote_for_themselves() {
    let drawing = r##"<?xml version="1.0"?>
<!-- Secret remark -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 4 4" i:path="/home/Secret"
><metadata><about by="Secret"/></metadata><i:view on="Secret"><path/></i:view><title>A square</title
><style>.a { fill: url(#b) }</style><use href="#a" i:label="Secret"/><path class="a" d="M0 0h4v4z"/></svg>"##;
    let encoded = encode(drawing.as_bytes()).expect("a drawing");
    let text = String::from_utf8_lossy(&encoded.files[0].bytes);
    assert!(!text.contains(SECRET), "{text}");
    assert!(!text.contains("DOCTYPE"), "{text}");
    for kept in [
        r#"viewBox="0 0 4 4""#,
        "<title>A square</title",
        r##"href="#a""##,
        "d=\"M0 0h4v4z\"/></svg>",
    ] {
        assert!(text.contains(kept), "{kept} is not in {text}");
    }
}

#[test]
fn drawings_that_run_or_load_something_are_refused() {
    for (inside, what) in [
        ("<script>alert(1)</script>", "`<script>`"),
        ("<SCRIPT/>", "`<SCRIPT>`"),
        ("<foreignObject/>", "`<foreignObject>`"),
        (r#"<g onclick="x()"/>"#, "`onclick`, which runs something"),
        (
            r#"<a href=" javascript:x()"/>"#,
            "`href`, which leads out of it",
        ),
        (
            r#"<use href="https://e.example/x#a"/>"#,
            "`href`, which leads out of it",
        ),
        (
            r#"<image href="data:image/png;base64,AA"/>"#,
            "another file, in `href`",
        ),
        (
            r#"<g fill="url(https://e.example/x)"/>"#,
            "`fill`, which leads out of it",
        ),
        (
            r#"<g style="fill: URL( 'x.svg#a')"/>"#,
            "`style`, which leads out of it",
        ),
        (
            "<style>@import 'x.css';</style>",
            "styles that load or hide something",
        ),
        (
            "<style>@im<!-- -->port 'x.css'; a { b: ur<!-- -->l(x) }</style>",
            "styles that load or hide something",
        ),
        (
            r"<style>a { b: \75rl(x) }</style>",
            "styles that load or hide something",
        ),
        (
            r#"<set attributeName="href" to="javascript:x()"/>"#,
            "`attributeName`, which leads out of it",
        ),
        ("<?xml-stylesheet href='x.css'?>", "`<?xml-stylesheet`"),
    ] {
        let drawing = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">\n{inside}</svg>"
        );
        let fault = encode(drawing.as_bytes()).expect_err(inside);
        assert_eq!(
            fault.message,
            format!("the drawing holds {what} in line 2"),
            "{inside}"
        );
    }
    for declared in [
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
        "<!-- <!DOCTYPE x> --><!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]>",
        "<?a <!DOCTYPE x> ?> <!DOCTYPE svg SYSTEM '>' [<!ATTLIST svg onload CDATA 'x()'>]>",
        "<!DOCTYPE svg><!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]>",
    ] {
        let drawing =
            format!("{declared}<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
        assert!(encode(drawing.as_bytes()).is_err(), "{declared}");
    }
    for markup in [
        "<!doctype html><html></html>",
        "<svg viewBox='0 0 1 1'/>",
        "<svg",
    ] {
        assert!(encode(markup.as_bytes()).is_err(), "{markup}");
    }
}
