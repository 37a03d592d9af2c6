import { Button, Space, Tag } from 'antd';
import type { AnswerMark, AnswerOriginView } from '../../api/schema';
import { useWords } from '../../shared/words';
import { valueWords } from '../schemes/definition';

/** An answer of an earlier round, and what has become of it. */
export interface Carried {
  path: string;
  origin: AnswerOriginView;
  mark: AnswerMark;
}

/** Where answers come from, and the word that they still hold. */
export function Marks({ marks, disabled, onConfirm }: { marks: Carried[]; disabled: boolean; onConfirm: (paths: string[]) => void }) {
  const words = useWords();
  if (marks.length === 0) return null;
  const open = marks.filter((m) => m.mark === 'inherited').map((m) => m.path);
  const mark = open.length > 0 ? 'inherited' : marks.some((m) => m.mark === 'changed') ? 'changed' : 'confirmed';
  return (
    <Space wrap size={8} style={{ marginTop: 8 }}>
      <Tag color={mark === 'inherited' ? 'warning' : mark === 'confirmed' ? 'success' : 'processing'}>{words.inherit.mark[mark]}</Tag>
      <small>{words.inherit.from(marks[0]!.origin.round)}{marks.filter((m) => m.mark === 'changed').map((m) => `，${words.inherit.was}：${valueWords(m.origin.value, words)}`).join('')}</small>
      {!disabled && open.length > 0 && <Button size="small" onClick={() => onConfirm(open)}>{words.inherit.confirm}</Button>}
    </Space>
  );
}
