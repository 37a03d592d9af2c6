import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ObligationTemplateView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useLanguage, useWords } from '../../shared/words';
import { useObligationTemplates } from './queries';
import { TemplateDrawer } from './TemplateDrawer';
import { useDueWords } from './dueWords';

/** What the district's units are obliged to, as it stands in documents. */
export default function TemplatesPage() {
  const words = useWords();
  const role = useRole();
  const { language } = useLanguage();
  const templates = useObligationTemplates();
  const dueWords = useDueWords();
  const [open, setOpen] = useState<string | null>();
  const text = words.obligationTemplates;
  return (
    <Page title={text.title} tools={<><Link to="/obligations">{words.obligations.board}</Link>{may.manageRounds(role) && <Button type="primary" onClick={() => setOpen(null)}>{text.add}</Button>}</>}>
      <Loaded of={[templates]}>
        {() => (templates.data!.length === 0 ? <Nothing title={text.none} hint={text.noneHint} /> : (
          <Panel flush title={words.common.total(templates.data!.length)}>
            <Table<ObligationTemplateView>
              rowKey="code" size="small" dataSource={templates.data} pagination={false} scroll={{ x: 860 }}
              columns={[
                { title: text.code, width: 90, className: 'numeric', dataIndex: 'code' },
                { title: text.name, render: (_, t) => <Button type="link" className="design-name" onClick={() => setOpen(t.code)}>{language === 'en' ? t.definition.englishName : t.definition.name}</Button> },
                { title: text.due, render: (_, t) => dueWords(t.definition) },
                { title: text.owner, width: 130, render: (_, t) => words.roles[t.definition.owner.role] },
                { title: text.source, render: (_, t) => <small>《{t.definition.clause.document}》{t.definition.clause.article}</small> },
                { title: text.state, width: 90, render: (_, t) => <Tag color={t.isActive ? 'success' : 'default'}>{t.isActive ? text.active : text.inactive}</Tag> },
              ]}
            />
          </Panel>
        ))}
      </Loaded>
      {open !== undefined && <TemplateDrawer code={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
