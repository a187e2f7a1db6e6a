// Follows a grading as it goes: by server-sent events, and by asking again and again where those do not come through.
const live = document.getElementById("live");
if (live) {
  let asking = 0;
  const events = new EventSource(live.dataset.events);
  events.onmessage = e => show(JSON.parse(e.data));
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) ask();
    else if (++asking > 3) {
      events.close();
      ask();
    }
  };

  async function ask() {
    try {
      const answer = await fetch(live.dataset.state, { headers: { accept: "application/json" } });
      if (answer.ok) show(await answer.json());
      else if (answer.status === 401 || answer.status === 404) return location.reload();
    } catch {
      // The server is away for a moment: the next time it may be there.
    }
    setTimeout(ask, 3000);
  }

  function show(state) {
    if (state.isDone) {
      events.close();
      location.reload();
      return;
    }
    document.getElementById("how-far").textContent = state.words;
    document.getElementById("seen").replaceChildren(...state.checks.map(check => {
      const line = document.createElement("li");
      const badge = piece("span", `badge ${check.kind}`, check.verdict);
      line.append(badge, ` ${check.points} `, piece("b", "", check.title), " ", piece("span", "quiet", check.exercise));
      return line;
    }));
  }

  function piece(name, kind, text) {
    const element = document.createElement(name);
    element.className = kind;
    element.textContent = text;
    return element;
  }
}

// A teacher's queue is looked at anew while nobody is at work in it.
const refresh = document.getElementById("refresh");
if (refresh) setInterval(() => { if (!document.hidden && !refresh.contains(document.activeElement)) location.reload(); }, refresh.dataset.seconds * 1000);
