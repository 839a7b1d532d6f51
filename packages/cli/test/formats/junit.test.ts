import { junit } from '../../src/formats/junit';
import { context, results } from './results';

test('a suite for each file, a case for each finding', () => {
  expect(junit(results, context)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="5" failures="3" errors="1" skipped="0">
  <testsuite name="sound.asl.json" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="sound.asl.json" name="lint" file="sound.asl.json"/>
  </testsuite>
  <testsuite name="a/order #1.asl.json" tests="2" failures="2" errors="0" skipped="0">
    <testcase classname="a/order #1.asl.json" name="asl/reach at 3:5" file="a/order #1.asl.json">
      <failure message="&quot;B&quot; cannot be reached: 100%, really&#xA;remove it" type="error"><![CDATA[a/order #1.asl.json:3:5]]></failure>
    </testcase>
    <testcase classname="a/order #1.asl.json" name="asl/catch at 12:11" file="a/order #1.asl.json">
      <failure message="no Catch" type="warning"><![CDATA[a/order #1.asl.json:12:11]]></failure>
    </testcase>
  </testsuite>
  <testsuite name="/elsewhere/b.asl.yaml" tests="2" failures="1" errors="1" skipped="0">
    <testcase classname="/elsewhere/b.asl.yaml" name="lint at 1:1" file="/elsewhere/b.asl.yaml">
      <error message="Parsing error: &lt;&amp;&quot;\uFFFD>" type="syntax"><![CDATA[/elsewhere/b.asl.yaml:1:1]]></error>
    </testcase>
    <testcase classname="/elsewhere/b.asl.yaml" name="lint at 0:0" file="/elsewhere/b.asl.yaml">
      <failure message="Unused eslint-disable directive" type="warning"><![CDATA[/elsewhere/b.asl.yaml:0:0]]></failure>
    </testcase>
  </testsuite>
</testsuites>
`);
});
