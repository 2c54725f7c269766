// The actions that open from a thing: what is possible now, what is not and why, and what comes later.
import { ChevronRight, Lock } from 'lucide-react';
import { useState } from 'react';
import type { Action } from '../../shared/rules/actions/action.ts';
import type { Sight } from '../../shared/view/view.ts';
import { Badge, Button, Dialog } from '../design/index.ts';
import { refusalText, t, tOr } from '../locales/text.ts';
import { useReadOnly, useSight } from '../store.ts';
import { ActionForm } from './action-form.tsx';
import { actionsFrom, availabilityOf, type Availability } from './availability.ts';
import { judge } from './judgement.ts';
import { startValues } from './parameters.ts';
import { PriceLine } from './price-line.tsx';
import { answersFor, type Answers, type Target } from './targets.ts';
import './actions.css';

export interface MenuItem {
  action: Action;
  answers: Answers;
  availability: Availability;
  /** Why it cannot be done with what the thing answers; null when the form decides. */
  refusal: string | null;
}

/** A refusal counts only if no field of the form could still change it. */
function certainRefusal(see: Sight, action: Action, answers: Answers): string | null {
  const seats = see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id);
  const values = startValues(action.parameters.shape, { sight: see, owner: action.code, seats }, { ...answers.preset, ...answers.given });
  const { refusal, incomplete } = judge(see, action, values);
  if (!refusal || incomplete) return null;
  const subject = refusal.subject?.split('/')[0] ?? null;
  const mendable = subject !== null && subject in action.parameters.shape && !(subject in answers.given);
  return mendable ? null : refusalText(refusal);
}

/** The longer ones have a screen of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['TABLE', 'AMEND', 'SIGN', 'RATIFY']);

export function menuFor(see: Sight, target: Target): MenuItem[] {
  return actionsFrom(see, target.thing).filter(({ code }) => !ELSEWHERE.has(code)).map((action) => {
    const answers = answersFor(see, target, action);
    const availability = availabilityOf(see, action);
    return { action, answers, availability, refusal: availability.kind === 'open' ? certainRefusal(see, action, answers) : null };
  });
}

function whenText(availability: Availability): string {
  switch (availability.kind) {
    case 'locked':
      return availability.turn === null ? t('menu.lockedLater') : t('menu.locked', { turn: availability.turn });
    case 'phase':
      return t(`menu.phase.${availability.needed}`);
    case 'capped':
      return t('form.cap', { cap: availability.cap });
    default:
      return t('menu.noPoints');
  }
}

function priceBefore(see: Sight, action: Action, answers: Answers) {
  const seats = see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id);
  return judge(see, action, startValues(action.parameters.shape, { sight: see, owner: action.code, seats }, { ...answers.preset, ...answers.given })).price;
}

/** Items under their headings, in the order in which the first of each comes. */
function groupsOf(items: readonly MenuItem[]): { group: Action['group']; members: MenuItem[] }[] {
  return [...new Set(items.map(({ action }) => action.group))].map((group) => ({ group, members: items.filter(({ action }) => action.group === group) }));
}

function MenuButton({ item, see, onPress }: { item: MenuItem; see: Sight; onPress: () => void }) {
  const { action, answers, availability, refusal } = item;
  const possible = availability.kind === 'open' && refusal === null;
  return (
    <Button kind="quiet" className="menu-item" isDisabled={!possible} onPress={onPress}>
      <span className="menu-text">
        <span className="menu-name">{tOr(`action.${action.code}`, action.code)}</span>
        {refusal !== null && <span className="menu-note">{refusal}</span>}
        {possible && <span className="menu-note"><PriceLine price={priceBefore(see, action, answers)} points={action.points} /></span>}
      </span>
      {availability.kind === 'open' ? possible && <ChevronRight size={18} aria-hidden /> : (
        <Badge>
          {availability.kind === 'locked' && <Lock size={12} aria-hidden />} {whenText(availability)}
        </Badge>
      )}
    </Button>
  );
}

export function ActionMenu({ target, only, heading }: { target: Target; only?: (action: Action) => boolean; heading?: string | null }) {
  const see = useSight();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<MenuItem | null>(null);
  if (!see || readOnly) return null;
  const items = menuFor(see, target).filter(({ action }) => only?.(action) ?? true);
  return (
    <section className="stack action-menu" aria-label={heading ?? t('menu.heading')}>
      {heading !== null && <h3>{heading ?? t('menu.heading')}</h3>}
      {items.length === 0 && <p className="soft">{t('menu.none')}</p>}
      {groupsOf(items).map(({ group, members }, _, groups) => (
        <div key={group}>
          {groups.length > 1 && <h4 className="caps soft menu-group">{t(`group.${group}`)}</h4>}
          <ul className="menu-list">
            {members.map((item) => (
              <li key={item.action.code}>
                <MenuButton item={item} see={see} onPress={() => setOpen(item)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={open ? tOr(`action.${open.action.code}`, open.action.code) : ''}>
        {open && <ActionForm code={open.action.code} given={open.answers.given} preset={open.answers.preset} onDone={() => setOpen(null)} onCancel={() => setOpen(null)} />}
      </Dialog>
    </section>
  );
}
