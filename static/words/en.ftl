# The interface in English. Keys are listed in src/model/messages.rs and src/publish/messages.rs; a missing or unknown one stops the build.
# { $n } is the place of a number, { $m } of a second.

skip = Skip to the article
entities = Entities
timeline = Timeline
map = Map
relations = Relations
views = Views

hint = Words with a dotted line lead to their context. Press one; the text stays where it is.
excerpt = Excerpt
excerpt-notice = This copy holds only the opening of the article.
excerpt-end = End of excerpt
excerpt-stop = The copy breaks off here.
read-on = Read on at the publisher

key = Signs in this text
key-note = Press a marked name for its context. Numbers beside the paragraphs are what the sources refer to.
notes = Notes
notes-lede = Who and what the article names, in the order of the text. ¶ leads back to the paragraph; other sources are named with their date.

person = Person
people = People
place = Place
organisation = Organisation
event = Event
law = Law
policy = Policy
concept = Concept
persons = Persons
peoples = Peoples
places = Places
organisations = Organisations
events = Events
laws = Laws
policies = Policies
concepts = Concepts

in-passage = In this passage
passage-of = In
also-here = Also here
together = In the same sentences
mentions = { $n } mentions
all-mentions = Show all { $n }
mention-of = Mention { $n } of { $m } in the text
mentions-in-text = { $n } mentions in the text
only-mention = The only mention in the text
not-mentioned = Not named in the text
next-mention = Next mention, { $n } of { $m }
previous-mention = Previous mention, { $n } of { $m }
where-in-text = Where it is named in the text
edge = Where names stand in the article; press to go there
moved = Moved to mention { $n } of { $m }
pin = Keep this card open
pins-full = Three cards are kept; close one of them first
unpin = Close this kept card
pinned = Kept cards
share = Copy a link to this card
copied = Copied
not-copied = Copying is not allowed here; the words are shown to copy by hand
copy-by-hand = Copying is not allowed here. Copy by hand:
taller = Taller
lower = Lower
peeks = Previews when pointing at words
trail-back = Back to { $n }
trail-forward = Forward to { $n }
back-to-place = Back to ¶ { $n }
press-for = Press for sources and context
article-says = The article says
background = Background
background-note = not in the article
later = Later
later-note = than the article
from-text = From the text
named-in = Named in
back-to = Back to paragraph { $n }
paragraph = paragraph { $n }
paragraph-mark = ¶ { $n }
close = Close
close-note = Close this note
about = about { $n }
directions = north north-east east south-east south south-west west north-west
kilometers = { $n } km
away = { $n } of { $m }
copy-read = read in a copy

who = Who or what
whom = To whom or what
relation = Relation
source = Source
none = None in this article.

months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
before-christ = { $n } BC

not-found = No such page
not-found-note = Nothing stands at this address. It may have moved, or the link may be wrong.
to-front = Go to the front page
articles = Articles

search = Search
settings = Settings
help = Help
cite = Cite this article
kinds = Kinds listed
order = Order
order-text = Order in text
order-name = A to Z
order-count = Most named
some-of = { $n } of { $m }
no-kind = No kind is ticked.
kind = Kind
show = Show
all-dates = All dates
around = Around
and-more = and { $n } more

theme = Page
theme-auto = As device
theme-light = Light
theme-sepia = Sepia
theme-dark = Dark
size = Text size
width = Line width
width-narrow = Narrow
width-normal = Normal
width-wide = Wide
marks = Marks in the text
marks-all = All
marks-section = Per section
marks-first = First only
marks-none = None
marks-note = Names without a mark can still be pressed.
marks-kinds = Kinds to mark
reading = While reading
skim-mode = Dim sentences that name nobody
find-on = Ctrl K (on a Mac ⌘ K) for search
keys-on = Single keys: / for search, ? for help

help-open = to a name, and its card
help-close = close what was opened last
help-step = previous, next mention, in a card
help-back = back to where you were reading, in a card
help-search = search
help-single = search, help; where single keys are on

zoom-in = Enlarge
zoom-out = Reduce
zoom-whole = Show all places
explore = Explore
dates-of = Its dates
on-map = On the map

search-what = Names, words, facts, dates and sources of this page.
search-none = Nothing found for “{ $n }”.
results = { $n } results
one-result = 1 result
in-text = In the text
facts = Facts
sources = Sources
hit-of = { $n } of { $m }
hit-next = Next hit
hit-previous = Previous hit
going = Ways through the text
quote = Copy a link to these words
resume = Continue at ¶ { $n }

whole-graph = Whole graph
plot-told = in the article
plot-vague = about then

cite-link = Cite
copy = Copy
official = a state’s or party’s own position
low = for corroboration only
report = Report a mistake
