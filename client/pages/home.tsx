// The front page.
import { t } from '../locales/text.ts';

export default function Home() {
  return (
    <main className="page-centre">
      <h1>{t('app.name')}</h1>
    </main>
  );
}
