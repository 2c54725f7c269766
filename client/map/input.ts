// Reads pointers on the canvas: drag, wheel, pinch, hover and press, in CSS pixels from its corner.
import type { Point } from './model.ts';

export interface InputHandlers {
  pan(dx: number, dy: number): void;
  zoom(at: Point, factor: number): void;
  hover(at: Point | null): void;
  press(at: Point): void;
}

/** A press that moved farther than this many pixels was a drag. */
const STILL = 4;
const PIXELS_PER_LINE = 24;

export function readInput(canvas: HTMLCanvasElement, on: InputHandlers): () => void {
  const down = new Map<number, Point>();
  let dragging = false;
  const stop = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(type: K, handle: (event: HTMLElementEventMap[K]) => void): void =>
    canvas.addEventListener(type, handle, { signal: stop.signal, passive: false });
  const placeOf = (event: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const spread = (): { middle: Point; distance: number } => {
    const [a, b] = [...down.values()] as [Point, Point];
    return { middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], distance: Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1])) };
  };

  listen('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    if (down.size === 0) dragging = false;
    if (down.size < 2) down.set(event.pointerId, placeOf(event));
  });
  listen('pointermove', (event) => {
    const at = placeOf(event);
    const before = down.get(event.pointerId);
    if (!before) {
      if (down.size === 0 && event.pointerType !== 'touch') on.hover(at);
      return;
    }
    if (down.size === 2) {
      const was = spread();
      down.set(event.pointerId, at);
      const now = spread();
      dragging = true;
      on.pan(now.middle[0] - was.middle[0], now.middle[1] - was.middle[1]);
      on.zoom(now.middle, now.distance / was.distance);
      return;
    }
    if (!dragging && Math.hypot(at[0] - before[0], at[1] - before[1]) <= STILL) return;
    dragging = true;
    down.set(event.pointerId, at);
    on.pan(at[0] - before[0], at[1] - before[1]);
  });
  listen('pointerup', (event) => {
    if (down.delete(event.pointerId) && down.size === 0 && !dragging) on.press(placeOf(event));
  });
  listen('pointercancel', (event) => { down.delete(event.pointerId); dragging = true; });
  listen('pointerleave', () => { if (down.size === 0) on.hover(null); });
  listen('wheel', (event) => {
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * PIXELS_PER_LINE : event.deltaY;
    on.zoom(placeOf(event), Math.exp(-pixels * 0.0015));
  });
  return () => stop.abort();
}
