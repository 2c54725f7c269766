// Messages between ministries, and with exercise control.
import { Panel } from '../../design/index.ts';
import { t } from '../../locales/text.ts';

export default function MessagesPanel() {
  return <Panel heading={t('panel.messages')}>{null}</Panel>;
}
