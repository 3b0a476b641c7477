function initMenu(){var m=document.getElementById("menu");if(m){m.className="pret";}}
