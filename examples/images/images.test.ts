import { StateMachine, mock } from '@stepproof/test-harness';
import definition from './images.asl.json';

const images = new StateMachine(definition);
const input = { bucket: 'photos', key: 'harbour.jpg' };

const tasks = {
  'aws-sdk:rekognition:detectModerationLabels': mock.returns({ ModerationLabels: [] }),
  'aws-sdk:rekognition:detectLabels': mock.returns({ Labels: [{ Name: 'Boat' }, { Name: 'Sea' }] }),
  'aws-sdk:rekognition:detectText': mock.returns({
    TextDetections: [
      { Type: 'LINE', DetectedText: 'PORT 7' },
      { Type: 'WORD', DetectedText: 'PORT' },
      { Type: 'WORD', DetectedText: '7' },
    ],
  }),
  'aws-sdk:sagemakerruntime:invokeEndpoint': mock.returns({ Body: '{"score": 8.5}', ContentType: 'application/json' }),
  'dynamodb:putItem': mock.returns({ SdkHttpMetadata: { HttpStatusCode: 200 } }),
  'sns:publish': mock.returns({ MessageId: 'm-1' }),
};
const description = { labels: ['Boat', 'Sea'], lines: ['PORT 7'], score: 8.5 };

test('describes, stores and announces a photo', async () => {
  const execution = await images.execute(input, { tasks });

  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: description });
  const [stored] = execution.calls('Store');
  expect(stored!.parameters).toEqual({
    TableName: '${PhotosTable}',
    Item: { key: { S: 'harbour.jpg' }, description: { S: JSON.stringify(description) }, score: { N: '8.5' } },
  });
  expect(execution.calls('Announce')[0]!.parameters).toMatchObject({ Message: description });
});

test('does all three descriptions at once', async () => {
  const execution = await images.execute(input, {
    tasks: {
      ...tasks,
      FindLabels: tasks['aws-sdk:rekognition:detectLabels'].after('2 seconds'),
      FindText: tasks['aws-sdk:rekognition:detectText'].after('3 seconds'),
      RateBeauty: tasks['aws-sdk:sagemakerruntime:invokeEndpoint'].after('5 seconds'),
    },
  });

  expect(execution).toMatchObject({ output: description, duration: 5 });
});

test('refuses an indecent photo and says why', async () => {
  const labels = { ModerationLabels: [{ Name: 'Violence', Confidence: 93 }] };
  const execution = await images.execute(input, { tasks: { ...tasks, Moderate: mock.returns(labels) } });

  expect(execution.path).toEqual(['Moderate', 'IsDecent', 'Refuse', 'Refused']);
  expect(execution.calls('Refuse')[0]!.parameters).toMatchObject({
    Message: { key: 'harbour.jpg', reason: 'Violence' },
  });
  expect(execution.output).toEqual(labels);
});

test('tries one branch again while Rekognition is throttled', async () => {
  const execution = await images.execute(input, {
    tasks: {
      ...tasks,
      FindLabels: mock
        .fails('Rekognition.ThrottlingException', 'Rate exceeded')
        .times(2)
        .then(tasks['aws-sdk:rekognition:detectLabels']),
    },
  });

  expect(execution.output).toEqual(description);
  expect(execution.states('FindLabels').attempts.map(({ at }) => at)).toEqual([0, 2, 5]);
  expect(execution.states('FindText').attempts).toHaveLength(1);
});

test('a model that fails leaves the photo unrated', async () => {
  const execution = await images.execute(input, {
    tasks: { ...tasks, RateBeauty: mock.fails('SageMakerRuntime.ModelErrorException', 'out of memory') },
  });

  expect(execution.output).toEqual({ ...description, score: 0 });
});

test('one failed branch ends the others and fails the execution', async () => {
  const execution = await images.execute(input, {
    tasks: {
      ...tasks,
      FindText: mock.fails('Rekognition.InvalidImageFormatException', 'not an image').after(1),
      RateBeauty: mock.never(),
    },
  });

  expect(execution).toMatchObject({
    status: 'FAILED',
    error: 'Rekognition.InvalidImageFormatException',
    cause: 'not an image',
    duration: 1,
  });
  expect(execution.calls('Store')).toEqual([]);
});
