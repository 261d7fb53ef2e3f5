// Before the page is drawn: what scripts add has its place from the first, so that nothing jumps when they come.
document.documentElement.classList.add("scripted");
