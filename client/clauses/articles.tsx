// The articles of a text as a document: clauses as prose with their parameters marked, changes struck through and inserted.
import type { ReactNode } from 'react';
import type { Clause } from '../../shared/model/state.ts';
import type { PublicView } from '../../shared/view/view.ts';
import { t } from '../locales/text.ts';
import type { ClauseChange } from './difference.ts';
import { clauseTitle, proseOf, type Piece } from './prose.ts';
import './clauses.css';

function PlainPieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => (piece.parameter === null ? piece.text : <mark key={index} className="parameter" data-blank={piece.blank}>{piece.text}</mark>));
}

/** The newer prose; before each changed parameter stands the older one, struck through. */
function RedlinedPieces({ before, after }: { before: readonly Piece[]; after: readonly Piece[] }) {
  const old = new Map(before.filter(({ parameter }) => parameter !== null).map((piece) => [piece.parameter, piece.text]));
  const present = new Set(after.map(({ parameter }) => parameter));
  const dropped = before.filter(({ parameter }) => parameter !== null && !present.has(parameter));
  return (
    <>
      {after.map((piece, index) => {
        if (piece.parameter === null) return piece.text;
        const was = old.get(piece.parameter);
        if (was === piece.text) return <mark key={index} className="parameter">{piece.text}</mark>;
        return (
          <span key={index}>
            {was !== undefined && <del>{was}</del>}
            {was !== undefined && ' '}
            <ins>{piece.text}</ins>
          </span>
        );
      })}
      {dropped.map((piece) => <del key={piece.parameter}> {piece.text}</del>)}
    </>
  );
}

export function ClauseProse({ view, clause }: { view: PublicView; clause: Clause }) {
  return (
    <p className="document-text">
      <PlainPieces pieces={proseOf(view, clause)} />
    </p>
  );
}

/** Articles with what changed; without changes to show, each is the same. */
export function Articles({ view, changes, aside }: { view: PublicView; changes: readonly ClauseChange[]; aside?: (index: number) => ReactNode }) {
  const numberAt = (index: number) => changes.slice(0, index + 1).filter(({ state }) => state !== 'removed').length;
  return (
    <ol className="articles">
      {changes.map(({ state, before, after }, index) => {
        const clause = (after ?? before)!;
        return (
          <li key={index} data-state={state}>
            <h4>
              {state === 'removed' ? t('document.removed') : t('clause.article', { number: numberAt(index) })} — {clauseTitle(clause.kind)}
              {state === 'added' && <span className="article-note"> {t('document.added')}</span>}
            </h4>
            <p className="document-text">
              {state === 'changed' ? <RedlinedPieces before={proseOf(view, before!)} after={proseOf(view, after!)} /> : state === 'removed' ? <del>{proseOf(view, clause).map(({ text }) => text).join('')}</del> : state === 'added' ? <ins>{proseOf(view, clause).map(({ text }) => text).join('')}</ins> : <PlainPieces pieces={proseOf(view, clause)} />}
            </p>
            {aside?.(index)}
          </li>
        );
      })}
    </ol>
  );
}

/** A text as it stands, with nothing compared. */
export function unchanged(clauses: readonly Clause[]): ClauseChange[] {
  return clauses.map((clause) => ({ state: 'same', before: clause, after: clause, parameters: [] }));
}
