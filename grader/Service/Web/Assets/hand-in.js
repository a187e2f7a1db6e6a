// Handing in without leaving the page: by drag and drop too, and a late one is asked about while the files are still at hand.
for (const form of document.querySelectorAll("form.drop")) {
  const input = form.querySelector("input[type=file]");
  const told = form.querySelector(".told");
  const button = form.querySelector("button");

  for (const name of ["dragenter", "dragover"]) form.addEventListener(name, e => { e.preventDefault(); form.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
  form.addEventListener("drop", e => {
    e.preventDefault();
    if (!e.dataTransfer.files.length) return;
    input.files = e.dataTransfer.files;
    form.requestSubmit();
  });
  form.addEventListener("submit", async e => {
    e.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    tell(form.dataset.sending, "");
    try {
      await send(new FormData(form));
    } catch {
      tell(form.dataset.failed, "bad");
    } finally {
      button.disabled = false;
    }
  });

  async function send(body) {
    const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" }, credentials: "same-origin" });
    const said = await answer.json();
    if (said.ask !== undefined) {
      if (confirm(said.ask)) {
        body.set("late", said.cost);
        await send(body);
      } else tell("", "");
    } else if (said.url) location.assign(said.url);
    else tell(said.why, "bad");
  }

  function tell(words, kind) {
    told.textContent = words ?? "";
    told.className = `told ${kind}`;
  }
}
