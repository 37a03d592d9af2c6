import { useMutation } from '@tanstack/react-query';
import { App, Button, Popconfirm, Space, Upload } from 'antd';
import { getTagged, putForm, write } from '../../../api/client';
import type { DocumentTemplateView } from '../../../api/schema';
import { Loaded, Panel } from '../../../shared/Page';
import { moment } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { PaperButton } from './PaperButton';
import { useRefresh, useTemplates } from './queries';
import { Refused } from './Refused';

/** How the documents of titles are laid out: as the product does it, or by the district's own file. */
export function TemplatesPanel() {
  const words = useWords();
  const templates = useTemplates();
  return (
    <Panel title={words.titlesDistrict.templates.title}>
      <p style={{ marginTop: 0 }}>{words.titlesDistrict.templates.hint}</p>
      <Loaded of={[templates]}>{() => templates.data!.map((t) => <One key={t.kind} template={t} />)}</Loaded>
    </Panel>
  );
}

function One({ template }: { template: DocumentTemplateView }) {
  const words = useWords();
  const w = words.titlesDistrict.templates;
  const { message } = App.useApp();
  const refresh = useRefresh();
  const address = `/document-templates/${template.kind}`;
  const tag = async () => (template.isOwn ? (await getTagged(`GET /document-templates/${template.kind}`, {})).tag : undefined);
  const put = useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      await putForm(address, form, await tag());
    },
    onSuccess: () => message.success(w.saved),
    onSettled: refresh,
  });
  const drop = useMutation({ mutationFn: async () => write(`DELETE /document-templates/${template.kind}`, { ifMatch: await tag() }), onSettled: refresh });
  const name = w.kind[template.kind];
  return (
    <section style={{ padding: '10px 0', borderTop: '1px solid rgba(128, 140, 150, .25)' }} aria-label={name}>
      <b>{name}</b>　<small>{template.isOwn ? `${w.own} ${template.fileName}（${moment(template.changedAt!)} ${template.changedBy}）` : w.builtIn}</small>
      <Refused error={put.error ?? drop.error} />
      <Space wrap style={{ display: 'flex', marginTop: 8 }}>
        <PaperButton size="small" aria-label={`${name} ${w.starter}`} address={`${address}/starter.docx`}>{w.starter}</PaperButton>
        <Upload accept=".docx" showUploadList={false} beforeUpload={(file) => {
          put.mutate(file);
          return false;
        }}
        >
          <Button size="small" aria-label={`${name} ${w.upload}`} loading={put.isPending}>{w.upload}</Button>
        </Upload>
        {template.isOwn && <PaperButton size="small" aria-label={`${name} ${w.save}`} address={`${address}/file`}>{w.save}</PaperButton>}
        {template.isOwn && (
          <Popconfirm title={w.dropConfirm} okText={words.common.confirm} cancelText={words.common.cancel} onConfirm={() => drop.mutate()}>
            <Button size="small" danger aria-label={`${name} ${w.drop}`} loading={drop.isPending}>{w.drop}</Button>
          </Popconfirm>
        )}
      </Space>
    </section>
  );
}
