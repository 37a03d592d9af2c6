import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { write, type Tagged } from '../../api/client';
import { namePath, Problem } from '../../api/problem';
import type { JudgeProgress, PanelProgress, PanelView, ScoreDecision } from '../../api/schema';
import { useWords } from '../../shared/words';
import { Conflict } from './Conflict';

interface Fields {
  reason: string;
  schools?: string[];
  scores?: Record<string, ScoreDecision>;
  replace: boolean;
}

/** Removes a judge; about every score that was given something has to be said. */
export function RemovalDialog({ round, panel, progress, judge, onClose }: { round: string; panel: Tagged<PanelView>; progress: PanelProgress; judge: JudgeProgress; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const names = new Map(progress.schools.map((s) => [s.school, s.name]));
  const seats = progress.seats.filter((s) => s.judge === judge.userName && !s.ending);
  const some = Form.useWatch('schools', form) ?? [];
  const scored = seats.filter((s) => s.state !== 'open' && (some.length === 0 || some.includes(s.school)));
  const remove = useMutation({
    mutationFn: (fields: Fields) => write('POST /rounds/{round}/panels/{panel}/removals', {
      path: { round, panel: panel.body.code }, ifMatch: panel.tag,
      body: {
        judge: judge.userName, reason: fields.reason.trim(), schools: some.length > 0 ? some : null, replace: fields.replace,
        scores: Object.fromEntries(scored.map((s) => [s.school, fields.scores?.[s.school]] as const).filter((e): e is [string, ScoreDecision] => e[1] !== undefined)),
      },
    }),
    onSuccess: async () => {
      message.success(words.panels.removed);
      onClose();
      await Promise.all(['panel', 'panel-progress', 'panels'].map((key) => queries.invalidateQueries({ queryKey: [key, round] })));
    },
    onError: (error) => {
      if (error instanceof Problem) form.setFields(Object.entries(error.fields).map(([path, errors]) => ({ name: namePath(path), errors })) as Parameters<typeof form.setFields>[0]);
    },
  });
  return (
    <Modal open width={560} title={words.panels.removeTitle(judge.displayName)} onCancel={onClose} okText={words.panels.remove} okButtonProps={{ danger: true }} cancelText={words.common.cancel} confirmLoading={remove.isPending} onOk={() => form.submit()}>
      <Conflict error={remove.error} />
      <Form form={form} layout="vertical" onFinish={(fields) => remove.mutate(fields)} initialValues={{ replace: true }}>
        <Form.Item name="reason" label={words.panels.removeReason} rules={[{ required: true, whitespace: true }]}><Input.TextArea rows={2} maxLength={500} showCount /></Form.Item>
        <Form.Item name="schools" label={words.panels.removeSchools} extra={words.panels.removeAll}>
          <Select mode="multiple" allowClear options={seats.map((s) => ({ value: s.school, label: names.get(s.school) }))} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        {scored.length > 0 && <p style={{ fontWeight: 600, marginBottom: 8 }}>{words.panels.decide}</p>}
        {scored.map((s) => (
          <Form.Item key={s.school} name={['scores', s.school]} label={`${names.get(s.school)}（${words.panels.seat[s.state]}）`} rules={[{ required: true }]}>
            <Radio.Group options={[{ value: 'keep', label: words.panels.keep }, { value: 'exclude', label: words.panels.exclude }]} />
          </Form.Item>
        ))}
        <Form.Item name="replace" valuePropName="checked"><Checkbox>{words.panels.replace}</Checkbox></Form.Item>
      </Form>
    </Modal>
  );
}
