// Dialogs: one for anything, and a confirmation that says what will happen.
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../locales/text.ts';
import { Button, IconButton } from './button.tsx';

export function Dialog({ open, onClose, title, children, actions, size = 'normal', role = 'dialog' }: { open: boolean; onClose: () => void; title: string; children: ReactNode; actions?: ReactNode; size?: 'normal' | 'wide' | 'full'; role?: 'dialog' | 'alertdialog' }) {
  return (
    <ModalOverlay className="overlay" isOpen={open} isDismissable onOpenChange={(shown) => !shown && onClose()}>
      <Modal className="dialog" data-size={size}>
        <AriaDialog className="dialog-inner" role={role}>
          <div className="dialog-heading">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t('dialog.close')} onPress={onClose}>
              <X size={20} aria-hidden />
            </IconButton>
          </div>
          {children}
          {actions !== undefined && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A button that asks before it acts, or acts at once when there is nothing to ask; `when` says at the press whether it may do either, and `name` says more than the label to those who do not see what stands around it. A question that is open stays until it is answered. */
export function ConfirmButton({ children, title, text, confirm, onConfirm, kind = 'secondary', danger = false, size, disabled, asks = true, when = () => true, name }: { children: ReactNode; title: string; text: ReactNode; confirm: string; onConfirm: () => void; kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'navy'; danger?: boolean; size?: 'small' | 'medium' | 'large'; disabled?: boolean; asks?: boolean; when?: () => boolean; name?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind={kind} size={size} isDisabled={disabled} aria-label={name} onPress={() => when() && (asks ? setOpen(true) : onConfirm())}>
        {children}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        role="alertdialog"
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('dialog.cancel')}</Button>
            <Button
              kind={danger ? 'danger' : 'primary'}
              onPress={() => {
                setOpen(false);
                onConfirm();
              }}
            >
              {confirm}
            </Button>
          </>
        }
      >
        <div>{text}</div>
      </Dialog>
    </>
  );
}
