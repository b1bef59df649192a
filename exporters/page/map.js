// The map: a canvas on which actors stand where the export puts them.
const map = (() => {
  const canvas = document.getElementById("map");
  const pen = canvas.getContext("2d");
  let links = [];
  let view = { x: 0, y: 0, scale: 1 };  // the point in the middle; pixels a unit
  let hovered = null;
  let waiting = false;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const toScreen = (actor) => ({ x: canvas.clientWidth / 2 + (actor.x - view.x) * view.scale,
    y: canvas.clientHeight / 2 - (actor.y - view.y) * view.scale });
  // Circles shrink slower than the distances between them, so that a large graph can be seen from far away.
  const radius = (actor) => Math.max(1.5, actor.size * Math.min(view.scale, 1.6));
  const isShown = (actor) => actor.edges.some((edge) => edge.shown) || actor.id === state.actor;

  function fit(actors = graph.actors.filter(isShown)) {
    if (!actors.length) return;
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y, size } of actors) {
      left = Math.min(left, x - size); right = Math.max(right, x + size);
      bottom = Math.min(bottom, y - size); top = Math.max(top, y + size);
    }
    view = { x: (left + right) / 2, y: (bottom + top) / 2,
      scale: Math.min((canvas.clientWidth - 60) / (right - left), (canvas.clientHeight - 110) / (top - bottom), 2.5) };
    draw();
  }

  function drawLinks(chosen) {
    const colours = { 1: colour("cooperation"), "-1": colour("conflict"), 0: colour("neutral") };
    for (const link of links) {
      const near = !chosen || graph.actors[link.a] === chosen || graph.actors[link.b] === chosen;
      const a = toScreen(graph.actors[link.a]), b = toScreen(graph.actors[link.b]);
      pen.globalAlpha = near ? (chosen ? 0.85 : 0.45) : 0.07;
      pen.strokeStyle = colours[Math.sign(link.balance)];
      pen.lineWidth = Math.min(9, 0.6 + Math.sqrt(link.weight) * Math.min(1, view.scale));
      pen.setLineDash(link.certain ? [] : [5, 4]);
      pen.beginPath();
      pen.moveTo(a.x, a.y);
      pen.lineTo(b.x, b.y);
      pen.stroke();
    }
    pen.setLineDash([]);
  }

  /** The names that fit, those of central actors first. */
  function drawNames(actors, near) {
    const taken = [];
    pen.font = "600 13px system-ui, sans-serif";
    pen.textAlign = "center";
    pen.lineJoin = "round";
    pen.lineWidth = 3.5;
    pen.strokeStyle = colour("ground");
    pen.fillStyle = colour("text");
    const first = [hovered, actorById.get(state.actor)].filter(Boolean);
    for (const actor of [...first, ...actors]) {
      if (near && !near.has(actor) && actor !== hovered) continue;
      const at = toScreen(actor);
      if (at.x < -80 || at.y < -20 || at.x > canvas.clientWidth + 80 || at.y > canvas.clientHeight + 20) continue;
      const name = actor.label.length > 34 ? actor.label.slice(0, 32) + "…" : actor.label;
      const half = pen.measureText(name).width / 2 + 3;
      const y = at.y + radius(actor) + 14;
      const box = [at.x - half, y - 13, at.x + half, y + 4];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      pen.strokeText(name, at.x, y);
      pen.fillText(name, at.x, y);
      if (taken.length >= 160) break;
    }
  }

  function paint() {
    waiting = false;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * ratio);
    canvas.height = Math.round(canvas.clientHeight * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const chosen = actorById.get(state.actor) || null;
    let near = null;
    if (chosen) {
      near = new Set([chosen]);
      for (const edge of chosen.edges) {
        if (edge.shown) near.add(graph.actors[edge.source]).add(graph.actors[edge.target]);
      }
    }
    drawLinks(chosen);
    const shown = actorsByRank.filter(isShown);
    for (const actor of [...shown].reverse()) {
      const at = toScreen(actor);
      pen.globalAlpha = !near || near.has(actor) ? 1 : 0.15;
      pen.beginPath();
      pen.arc(at.x, at.y, radius(actor), 0, 7);
      pen.fillStyle = colourOf(actor);
      pen.fill();
      pen.lineWidth = actor === chosen || actor === hovered ? 3 : 1;
      pen.strokeStyle = actor === chosen || actor === hovered ? colour("text") : colour("ground");
      pen.stroke();
    }
    pen.globalAlpha = 1;
    drawNames(shown, near);
  }

  function draw() {
    if (!waiting) requestAnimationFrame(paint);
    waiting = true;
  }

  function actorAt(x, y) {
    let best = null, least = Infinity;
    for (const actor of actorsByRank) {
      if (!isShown(actor)) continue;
      const at = toScreen(actor);
      const away = Math.hypot(at.x - x, at.y - y) - radius(actor);
      if (away < 5 && away < least) { best = actor; least = away; }
    }
    return best;
  }

  function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
    const [dx, dy] = [(x - canvas.clientWidth / 2) / view.scale, -(y - canvas.clientHeight / 2) / view.scale];
    const scale = Math.min(20, Math.max(0.005, view.scale * factor));
    const kept = view.scale / scale;
    view = { x: view.x + dx * (1 - kept), y: view.y + dy * (1 - kept), scale };
    draw();
  }

  let drag = null;
  const pointers = new Map();
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    drag = { x: event.offsetX, y: event.offsetY, moved: false };
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      const over = actorAt(event.offsetX, event.offsetY);
      if (over !== hovered) { hovered = over; canvas.classList.toggle("over", Boolean(over)); draw(); }
      return;
    }
    const others = [...pointers.entries()].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    if (others.length) {
      const old = Math.hypot(before.x - others[0].x, before.y - others[0].y);
      const now = Math.hypot(event.offsetX - others[0].x, event.offsetY - others[0].y);
      if (old > 0) zoom(now / old, others[0].x, others[0].y);
      drag.moved = true;
    } else {
      view.x -= (event.offsetX - before.x) / view.scale;
      view.y += (event.offsetY - before.y) / view.scale;
      drag.moved = drag.moved || Math.hypot(event.offsetX - drag.x, event.offsetY - drag.y) > 4;
      draw();
    }
    pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  });
  const release = (event) => {
    pointers.delete(event.pointerId);
    if (event.type === "pointerup" && drag && !drag.moved) choose(actorAt(event.offsetX, event.offsetY));
    drag = null;
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const step = 60 / view.scale;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    if (moves[event.key]) { view.x += moves[event.key][0]; view.y += moves[event.key][1]; draw(); event.preventDefault(); }
    if (event.key === "+") zoom(1.3);
    if (event.key === "-") zoom(1 / 1.3);
    if (event.key === "Escape") choose(null);
  });
  document.getElementById("closer").addEventListener("click", () => zoom(1.5));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.5));
  document.getElementById("fit").addEventListener("click", () => fit());
  window.addEventListener("resize", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  return {
    fit,
    update() { links = visibleLinks(); draw(); },
    /** Moves there unless the actor can be seen already. */
    show(actor) {
      const at = toScreen(actor);
      if (at.x < 40 || at.y < 40 || at.x > canvas.clientWidth - 40 || at.y > canvas.clientHeight - 90) { view.x = actor.x; view.y = actor.y; }
      draw();
    },
  };
})();
