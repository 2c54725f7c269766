// What an act costs, in the order money, political capital, action points.
import { Coins, Landmark, Zap } from 'lucide-react';
import type { Price } from '../../shared/rules/actions/action.ts';
import { t } from '../locales/text.ts';

export function PriceLine({ price, points, each = false }: { price: Price | null; points: number; each?: boolean }) {
  const free = price !== null && price.money === 0 && price.capital === 0 && points === 0;
  return (
    <span className="price-line">
      {free && <span className="soft">{t('form.price.free')}</span>}
      {price !== null && price.money > 0 && (
        <span className="price-part">
          <Coins size={15} aria-hidden /> {t('form.price.money', { money: price.money })} {each && <span className="soft">{t('form.price.each')}</span>}
        </span>
      )}
      {price !== null && price.capital > 0 && (
        <span className="price-part">
          <Landmark size={15} aria-hidden /> {t('form.price.capital', { capital: price.capital })}
        </span>
      )}
      {points > 0 && (
        <span className="price-part">
          <Zap size={15} aria-hidden /> {t('form.price.points', { points })}
        </span>
      )}
    </span>
  );
}
