// The secret stands behind the #, which no browser sends. It goes into the form, and out of the address, so that it is in no history either.
const code = document.getElementById("code");
if (location.hash.length > 1 && code) {
  code.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
  document.querySelector("#sign-in button").focus();
}
