try{for(const name of["theme","size","width","marks","plain","peeks","skim","keys"]){const value=localStorage.getItem(name);if(value)document.documentElement.dataset[name]=value}}catch{}
