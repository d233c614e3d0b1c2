try{var t=localStorage.getItem("theme");/^(light|dark|sepia)$/.test(t)&&(document.documentElement.dataset.theme=t)}catch(e){}
