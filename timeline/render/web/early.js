// With script, the list is laid out once, when all of it is there, and then only what is in sight.
document.documentElement.className = 'js loading';
addEventListener('load', () => document.documentElement.classList.remove('loading'));
