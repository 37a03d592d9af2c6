import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Table, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { get, upload } from '../../api/client';
import { Problem } from '../../api/problem';
import type { SchemeImported, SchemeView } from '../../api/schema';
import { mediaTypeOf } from '../../shared/files';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';

/** Schemes, and the import of a scheme file. */
export default function SchemesPage() {
  const words = useWords();
  const role = useRole();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const schemes = useQuery({ queryKey: ['schemes'], queryFn: ({ signal }) => get('GET /schemes', { query: { pageSize: 200 }, signal }) });
  const take = useMutation({
    mutationFn: (file: File) => upload<SchemeImported>('/schemes/import', file, mediaTypeOf(file.name) ?? 'application/yaml'),
    onSuccess: async (imported) => {
      setProblem(undefined);
      message.success(words.schemes.imported);
      await queries.invalidateQueries({ queryKey: ['schemes'] });
      navigate(`/schemes/${imported.code}/${imported.version}`);
    },
    onError: (error) => setProblem(error as Problem),
  });
  const bring = may.manageRounds(role) && (
    <>
      <Link to="/schemes/new"><Button>{words.design.create}</Button></Link>
      <Upload
        accept=".yaml,.yml,.json,.xlsx" showUploadList={false}
        beforeUpload={(file) => {
          take.mutate(file);
          return false;
        }}
      >
        <Button type="primary" loading={take.isPending} title={words.schemes.importHint}>{words.schemes.import}</Button>
      </Upload>
    </>
  );
  return (
    <Page title={words.schemes.title} tools={bring}>
      {problem && (
        <Alert
          type="error" showIcon closable style={{ marginBottom: 12 }} title={problem.message}
          description={<ul>{Object.entries(problem.fields ?? {}).flatMap(([path, texts]) => texts.map((t) => <li key={path + t}><code>{path}</code> {t}</li>))}</ul>}
        />
      )}
      <Loaded of={[schemes]}>
        {() => schemes.data!.items.length === 0 ? <Nothing title={words.schemes.none} hint={words.schemes.noneHint} /> : (
          <Panel flush>
            <Table<SchemeView>
              size="middle" rowKey="code" dataSource={schemes.data!.items} pagination={false} scroll={{ x: 520 }}
              columns={[
                { title: words.schemes.name, render: (_, s) => <Link to={`/schemes/${s.code}/${s.draftVersion ?? s.publishedVersion ?? s.latestVersion}`}>{s.name}</Link> },
                { title: words.schemes.code, dataIndex: 'code' },
                { title: words.schemes.published, render: (_, s) => s.publishedVersion && <Link to={`/schemes/${s.code}/${s.publishedVersion}`}>v{s.publishedVersion}</Link> },
                { title: words.schemes.draft, render: (_, s) => s.draftVersion && <Link to={`/schemes/${s.code}/${s.draftVersion}`}>v{s.draftVersion}</Link> },
              ]}
            />
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}
