// Everything a screen is built from.
export { Announcer, announce, notify } from './announcer.tsx';
export { Boundary } from './boundary.tsx';
export { Button, IconButton, Link, type ButtonProps } from './button.tsx';
export { Choice } from './choice.tsx';
export { ConfirmButton, Dialog } from './dialog.tsx';
export { Badge, CopyButton, Meter, Progress, copyText } from './feedback.tsx';
export { Checkbox, NumberField, Select, TextField, type Option, type TextFieldProps } from './fields.tsx';
export { Card, EmptyState, Facts, Panel, Paragraphs, Tabs, type TabItem, type Tone } from './surfaces.tsx';
export { Table, type Column } from './table.tsx';
export { Tooltip } from './tooltip.tsx';
