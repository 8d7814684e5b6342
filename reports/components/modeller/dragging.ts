/** How places on a chart read: what it shows, and back from pixels. */
export interface Reach {
  /** The most that its axes show. */
  readonly far: number;
  readonly high: number;
  /** In pixels as drawn. */
  readonly width: number;
  attainmentAt(pixels: number): number;
  paysAt(pixels: number): number;
}

/** A place on the chart, or how far another is from it: of quota, and of target pay or money. */
export interface Place {
  readonly at: number;
  readonly pays: number;
}

interface Following {
  readonly reach: () => Reach | null;
  /** A handle is somewhere; passing while it is held. */
  readonly move: (index: number, to: Place, isPassing: boolean) => void;
  /** It was let go. */
  readonly end: () => void;
  /** A handle is moved by a key: by how much of quota and of target pay. */
  readonly step: (index: number, by: Place) => void;
}

const keys: Readonly<Record<string, readonly [at: number, pays: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Follows pointer and arrow keys on the handles of a chart that is drawn anew as they move. */
export function followPointer(holder: HTMLElement, { reach, move, end, step }: Following) {
  const state = { isDragging: false };
  let [held, next]: [number | null, PointerEvent | null] = [null, null];
  const follow = () => {
    const [event, to] = [next, reach()];
    next = null;
    const chart = holder.querySelector("svg");
    if (event === null || held === null || to === null || chart === null) return;
    move(held, placeOf(event, chart, to), true);
  };
  holder.addEventListener("pointerdown", (event) => {
    const index = handleAt(event.target);
    if (index === null) return;
    held = index;
    state.isDragging = true;
    holder.setPointerCapture(event.pointerId);
    event.preventDefault();
    holder.querySelectorAll<SVGElement>(".handle")[index]?.focus({ preventScroll: true });
  });
  holder.addEventListener("pointermove", (event) => {
    if (held === null) return;
    // as many as there are frames: a chart can't be drawn more often
    if (next === null) requestAnimationFrame(follow);
    next = event;
  });
  const letGo = () => {
    if (held === null) return;
    follow();
    held = null;
    state.isDragging = false;
    end();
  };
  holder.addEventListener("pointerup", letGo);
  holder.addEventListener("pointercancel", letGo);
  followKeys(holder, step);
  return state;
}

function followKeys(holder: HTMLElement, step: Following["step"]): void {
  holder.addEventListener("keydown", (event) => {
    const [by, index] = [keys[event.key], handleAt(event.target)];
    if (by === undefined || index === null) return;
    event.preventDefault();
    const size = event.shiftKey ? 0.05 : 0.01;
    step(index, { at: by[0] * size, pays: by[1] * size });
  });
}

/** Where on a chart a pointer is, however wide the chart is shown. */
function placeOf({ clientX, clientY }: PointerEvent, chart: Element, reach: Reach): Place {
  const box = chart.getBoundingClientRect();
  const scale = reach.width / box.width;
  const at = reach.attainmentAt((clientX - box.left) * scale);
  return { at, pays: reach.paysAt((clientY - box.top) * scale) };
}

function handleAt(target: EventTarget | null): number | null {
  const index = target instanceof SVGElement ? target.dataset.index : undefined;
  return index === undefined ? null : Number(index);
}
