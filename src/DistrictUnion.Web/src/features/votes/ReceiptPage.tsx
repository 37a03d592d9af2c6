import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Button } from 'antd';
import { useState } from 'react';
import { get } from '../../api/client';
import { useWords } from '../../shared/words';

/** Where a voter finds out that the ballot is in the box. */
export default function ReceiptPage() {
  const words = useWords();
  const [receipt, setReceipt] = useState(() => location.hash.slice(1));
  const found = useQuery({
    queryKey: ['receipt', receipt], enabled: receipt !== '', retry: false, gcTime: 0,
    queryFn: ({ signal }) => get('GET /public/receipts/{receipt}', { path: { receipt }, signal }),
  });
  return (
    <main className="ballot">
      <h1>{words.vote.checkTitle}</h1>
      <p>{words.vote.checkHint}</p>
      <Form<{ receipt: string }> layout="vertical" requiredMark={false} initialValues={{ receipt }} onFinish={(values) => setReceipt(values.receipt.trim())}>
        <Form.Item name="receipt" label={words.vote.receipt} rules={[{ required: true, whitespace: true, message: words.vote.needReceipt }]}>
          <Input size="large" autoComplete="off" autoCapitalize="characters" spellCheck={false} placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX" />
        </Form.Item>
        <Button type="primary" size="large" block htmlType="submit" loading={found.isFetching}>{words.vote.check}</Button>
      </Form>
      <div aria-live="polite" style={{ marginTop: 16 }}>
        {found.error && <Alert type="error" showIcon title={found.error.message} />}
        {found.data && <Alert type="success" showIcon title={words.vote.isIn} description={`${found.data.school} · ${found.data.round} · ${words.vote.inBox(found.data.counted)}`} />}
      </div>
    </main>
  );
}
