// Puts the map into an element of the page: fonts and symbols first, then the game, sized in device pixels, and a small handle to steer it.
import { AUTO, CANVAS, Game, Scale } from 'phaser';
import { readGeometry } from './geometry.ts';
import { MapScene } from './MapScene.ts';
import { loadSymbols } from './marks.ts';
import type { Box, MapModel, MapSelection } from './model.ts';
import { FONTS, SEA } from './palette.ts';

export interface MapHandlers {
  select(selection: MapSelection): void;
  hover(selection: MapSelection): void;
}

export interface MapHandle {
  update(model: MapModel): void;
  select(selection: MapSelection): void;
  /** Shows as hovered, for the keyboard. */
  highlight(selection: MapSelection): void;
  /** Moves the view to it. */
  focus(selection: MapSelection): void;
  zoomIn(): void;
  zoomOut(): void;
  home(): void;
  /** Names keep clear of the cards over the map: call it when one opens or closes. */
  rearrange(): void;
  destroy(): void;
}

/** For checks in a browser: the canvas itself says nothing. */
export interface MapProbe {
  /** In CSS pixels of the window. */
  pointOf(id: string): { x: number; y: number } | null;
  state(): ReturnType<MapScene['state']>;
}

declare global {
  interface Window { __map?: MapProbe }
}

/** More than two device pixels for one CSS pixel costs much and shows little. */
const MOST_DETAIL = 2;
const ZOOM_STEP = 1.6;
/** Names may need letters beyond ASCII: that subset must be there before the first text is drawn. */
const SAMPLE = 'Aā Łőș';
const FACES = [`500 13px ${FONTS.condensed}`, `600 14px ${FONTS.condensed}`, `700 16px ${FONTS.condensed}`, `600 13px ${FONTS.sans}`, `italic 400 20px ${FONTS.serif}`];

/** Emulated WebGL is several times slower than Canvas2D, and the flag that should refuse it does not. */
function hasRealWebGL(): boolean {
  const context = document.createElement('canvas').getContext('webgl');
  if (!context) return false;
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !/swiftshader|llvmpipe|softpipe|basic render|software/i.test(renderer);
}

/** Cards over the map mark themselves with data-map-card, inside an ancestor marked data-map-frame. */
function cardsOver(parent: HTMLElement): Box[] {
  const origin = parent.getBoundingClientRect();
  const cards = parent.closest('[data-map-frame]')?.querySelectorAll<HTMLElement>('[data-map-card]') ?? [];
  return [...cards].map((card) => {
    const { left, top, right, bottom } = card.getBoundingClientRect();
    return [left - origin.left - 6, top - origin.top - 6, right - origin.left + 6, bottom - origin.top + 6];
  });
}

export async function createMap(parent: HTMLElement, model: MapModel, on: MapHandlers): Promise<MapHandle> {
  const [symbols] = await Promise.all([loadSymbols(), ...FACES.map((face) => document.fonts.load(face, SAMPLE))]);
  const ratio = Math.min(MOST_DETAIL, window.devicePixelRatio || 1);
  const pixels = (): [number, number] => [Math.round(Math.max(1, parent.clientWidth) * ratio), Math.round(Math.max(1, parent.clientHeight) * ratio)];
  const scene = new MapScene({
    geometry: readGeometry(model.topology, model.size),
    symbols,
    model,
    ratio,
    still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    on,
    covered: () => cardsOver(parent),
  });
  const [width, height] = pixels();
  const game = new Game({
    type: hasRealWebGL() ? AUTO : CANVAS,
    parent,
    banner: false,
    audio: { noAudio: true },
    backgroundColor: SEA.bottom,
    scale: { mode: Scale.NONE, width, height, zoom: 1 / ratio },
    input: { keyboard: false, gamepad: false, mouse: false, touch: false },
    // One texture for each draw: with several, sloping texts lost pieces of themselves under emulated WebGL.
    render: { antialias: true, powerPreference: 'low-power', maxTextures: 1 },
  });
  const ready = new Promise<void>((resolve) => {
    game.events.once('ready', () => {
      game.canvas.setAttribute('aria-hidden', 'true');
      game.canvas.style.touchAction = 'none';
      game.scene.add('map', scene, true);
      game.events.once('postrender', () => { parent.dataset['mapReady'] = 'true'; resolve(); });
    });
  });
  const watcher = new ResizeObserver(() => {
    const shown = parent.clientWidth > 0 && parent.clientHeight > 0;
    scene.setShown(shown);
    if (!shown) return;
    game.scale.resize(...pixels());
    game.scale.setZoom(1 / ratio);
  });
  await ready;
  watcher.observe(parent);

  const probe: MapProbe = {
    pointOf: (id) => {
      const at = scene.pointOf(id);
      const { left, top } = game.canvas.getBoundingClientRect();
      return at && { x: left + at[0], y: top + at[1] };
    },
    state: () => scene.state(),
  };
  window.__map = probe;

  return {
    update: (next) => scene.setModel(next),
    select: (selection) => scene.setSelection(selection),
    highlight: (selection) => scene.hover(selection, 'keyboard'),
    focus: (selection) => scene.focusOn(selection),
    zoomIn: () => scene.zoomBy(ZOOM_STEP),
    zoomOut: () => scene.zoomBy(1 / ZOOM_STEP),
    home: () => scene.goHome(),
    rearrange: () => scene.arrange(),
    destroy: () => {
      watcher.disconnect();
      if (window.__map === probe) delete window.__map;
      delete parent.dataset['mapReady'];
      scene.close();
      game.loop.wake();
      game.destroy(true);
    },
  };
}
