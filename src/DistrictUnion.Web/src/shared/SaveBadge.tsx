import { CheckCircleOutlined, CloudSyncOutlined, DisconnectOutlined, EditOutlined, WarningOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { SaveState } from './useAutosave';
import { useWords } from './words';

/** The state of a draft, in words, for eyes and screen readers. */
export function SaveBadge({ state }: { state: SaveState }) {
  const words = useWords().evaluation;
  const [colour, icon, text] = {
    saved: ['success', <CheckCircleOutlined key="i" />, words.saved] as const,
    saving: ['processing', <CloudSyncOutlined key="i" />, words.saving] as const,
    unsaved: ['default', <EditOutlined key="i" />, words.unsaved] as const,
    offline: ['warning', <DisconnectOutlined key="i" />, words.offline] as const,
    conflict: ['error', <WarningOutlined key="i" />, words.conflict] as const,
    refused: ['error', <WarningOutlined key="i" />, words.unsaved] as const,
  }[state];
  return <span role="status" aria-live="polite"><Tag color={colour} icon={icon}>{text}</Tag></span>;
}
