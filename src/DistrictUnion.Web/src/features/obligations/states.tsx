import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined, RightCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { ObligationState } from '../../api/schema';
import { useWords } from '../../shared/words';

/** A colour and a sign for each state: the colour never says it alone. */
export const stateLook: Record<ObligationState, { color: string; tile: string; icon: React.ReactNode }> = {
  overdue: { color: 'error', tile: 'returned', icon: <ExclamationCircleOutlined aria-hidden /> },
  inProgress: { color: 'processing', tile: 'doing', icon: <RightCircleOutlined aria-hidden /> },
  notStarted: { color: 'default', tile: 'missing', icon: <ClockCircleOutlined aria-hidden /> },
  fulfilledLate: { color: 'warning', tile: 'late', icon: <CheckCircleOutlined aria-hidden /> },
  fulfilled: { color: 'success', tile: 'onTime', icon: <CheckCircleOutlined aria-hidden /> },
  waived: { color: 'default', tile: 'missing', icon: <MinusCircleOutlined aria-hidden /> },
};

/** The states, what wants attention first. */
export const states = Object.keys(stateLook) as ObligationState[];

/** Where an obligation stands, in words with a colour and a sign. */
export function StateTag({ state }: { state: ObligationState }) {
  const words = useWords();
  return <Tag color={stateLook[state].color} icon={stateLook[state].icon}>{words.obligations.state[state]}</Tag>;
}
