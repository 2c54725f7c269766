// The controls of a replay: play, step, scrub, speed, turns, and whose eyes it is seen with.
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import type { ReplayFrame } from '../../shared/wire/messages.ts';
import { Button, IconButton, Select } from '../design/index.ts';
import { t } from '../locales/text.ts';

export const SPEEDS = [1, 2, 4, 8] as const;

export interface ReplayBarProps {
  frames: readonly ReplayFrame[];
  index: number;
  bookmarks: { turn: number; frame: number }[];
  playing: boolean;
  speed: number;
  as: string;
  /** Whose eyes may be chosen; one alone is not offered as a choice. */
  viewers: { id: string; label: string }[];
  onIndex: (index: number) => void;
  onPlay: (playing: boolean) => void;
  onSpeed: (speed: number) => void;
  onAs: (as: string) => void;
}

export function momentText(frame: ReplayFrame): string {
  return frame.status === 'debrief' ? t('status.debrief') : frame.status === 'lobby' ? t('status.lobby') : t('replay.at', { turn: frame.turn, phase: t(`phase.${frame.phase}`) });
}

export function ReplayBar({ frames, index, bookmarks, playing, speed, as, viewers, onIndex, onPlay, onSpeed, onAs }: ReplayBarProps) {
  const frame = frames[index]!;
  const last = frames.length - 1;
  return (
    <section className="replay-bar" aria-label={t('replay.controls')}>
      <Button kind="navy" className="replay-play" aria-label={playing ? t('replay.pause') : t('replay.play')} onPress={() => onPlay(!playing)}>
        {playing ? <Pause size={20} aria-hidden /> : <Play size={20} aria-hidden />}
      </Button>
      <div className="row">
        <IconButton label={t('replay.back')} isDisabled={index === 0} onPress={() => onIndex(index - 1)}>
          <ChevronLeft size={20} aria-hidden />
        </IconButton>
        <IconButton label={t('replay.forward')} isDisabled={index === last} onPress={() => onIndex(index + 1)}>
          <ChevronRight size={20} aria-hidden />
        </IconButton>
      </div>
      <div className="replay-moment">
        <strong>{momentText(frame)}</strong>
        <span className="soft small numeric">{t('replay.of', { frame: index + 1, frames: frames.length })}</span>
      </div>
      <div className="replay-track">
        <Slider aria-label={t('replay.position')} value={index} minValue={0} maxValue={Math.max(1, last)} onChange={(value) => onIndex(Math.min(last, value as number))} className="scrub">
          <SliderTrack className="scrub-track">
            <span className="scrub-fill" style={{ width: `${last === 0 ? 0 : (index / last) * 100}%` }} />
            <SliderThumb className="scrub-thumb" aria-valuetext={momentText(frame)} />
          </SliderTrack>
        </Slider>
        <nav className="bookmarks" aria-label={t('replay.bookmarks')}>
          {bookmarks.map(({ turn, frame: place }) => (
            <button key={turn} type="button" style={{ left: `${last === 0 ? 0 : (place / last) * 100}%` }} aria-label={t('replay.turn', { turn })} aria-current={frame.turn === turn ? 'step' : undefined} onClick={() => onIndex(place)}>
              {turn}
            </button>
          ))}
        </nav>
      </div>
      <div className="replay-choice">
        <Select label={t('replay.speed')} hideLabel value={String(speed)} options={SPEEDS.map((one) => ({ id: String(one), label: t('replay.times', { speed: one }) }))} onChange={(chosen) => onSpeed(Number(chosen))} />
      </div>
      {viewers.length > 1 && (
        <div className="replay-choice replay-as">
          <Select label={t('replay.as')} hideLabel value={as} options={viewers} onChange={onAs} />
        </div>
      )}
    </section>
  );
}
