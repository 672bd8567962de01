// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/json_reader.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

namespace {

QJsonObject object(const char *json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (!document.isObject())
        qFatal("The test's own JSON is wrong: %s", json);
    return document.object();
}

/** "field: reason" of the first fault, empty where there was none. */
QString fault(const JsonReader &reader)
{
    const auto error = reader.error();
    return error ? error->details.value("field"_L1).toString() : QString();
}

} // namespace

class JsonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsThere();
    void takesNullAsAbsent();
    void needsWhatIsRequired_data();
    void needsWhatIsRequired();
    void refusesOtherTypes_data();
    void refusesOtherTypes();
    void countsCodePoints();
    void refusesBrokenText_data();
    void refusesBrokenText();
    void readsIntegersExactly();
    void refusesNumbers_data();
    void refusesNumbers();
    void namesTheElement();
    void limitsLists();
    void readsIds();
    void prefixesThePath();
    void namesAllFaults();
    void tellsAFaultOnce();
    void takesInTheFaultsOfParts();
    void parsesObjects_data();
    void parsesObjects();
    void parsesUpToSixtyFourLevels();
    void ignoresBracketsInStrings();
};

void JsonReaderTest::readsWhatIsThere()
{
    JsonReader reader(object(R"({"s":"text","b":true,"i":-5,"o":{"x":1},"a":[1,"2"],"l":["p","q"],
                                 "t":"2025-01-15T10:30:00Z","u":"user_5","d":1.5})"));
    QCOMPARE(reader.string("s"_L1), u"text"_s);
    QCOMPARE(reader.optionalString("s"_L1), u"text"_s);
    QCOMPARE(reader.boolean("b"_L1), true);
    QCOMPARE(reader.integer("i"_L1, -10, 10), -5);
    QCOMPARE(reader.optionalNumber("i"_L1, -10, 10), -5.0);
    QCOMPARE(reader.optionalNumber("d"_L1, 0, 2), 1.5);
    QCOMPARE(reader.optionalObject("o"_L1), (QJsonObject{{"x"_L1, 1}}));
    QCOMPARE(reader.array("a"_L1).size(), 2);
    QCOMPARE(reader.strings("l"_L1), (QStringList{u"p"_s, u"q"_s}));
    QCOMPARE(reader.timestamp("t"_L1), Timestamp{1'736'937'000'000});
    QCOMPARE(reader.id<UserId>("u"_L1), UserId(5));
    QVERIFY(reader.ok());
    QVERIFY(!reader.error());
}

void JsonReaderTest::takesNullAsAbsent()
{
    JsonReader reader(object(R"({"n":null})"));
    for (const QLatin1StringView name : {"n"_L1, "missing"_L1}) {
        QVERIFY(!reader.optionalString(name));
        QVERIFY(!reader.optionalBoolean(name));
        QVERIFY(!reader.optionalInteger(name, 0, 1));
        QVERIFY(!reader.optionalNumber(name, 0, 1));
        QVERIFY(!reader.optionalObject(name));
        QVERIFY(!reader.optionalArray(name));
        QVERIFY(!reader.optionalStrings(name));
        QVERIFY(!reader.optionalTimestamp(name));
        QVERIFY(!reader.optionalId<UserId>(name));
    }
    QVERIFY(reader.ok());
    QVERIFY(reader.has("n"_L1));
    QVERIFY(reader.isNull("n"_L1));
    QVERIFY(!reader.has("missing"_L1));
}

void JsonReaderTest::needsWhatIsRequired_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("missing") << QByteArray("{}");
    QTest::newRow("null") << QByteArray(R"({"f":null})");
}

void JsonReaderTest::needsWhatIsRequired()
{
    QFETCH(const QByteArray, json);
    const auto faultOf = [&](auto read) {
        JsonReader reader(object(json.constData()));
        read(reader);
        return fault(reader);
    };
    QCOMPARE(faultOf([](JsonReader &r) { QVERIFY(r.string("f"_L1).isEmpty()); }), u"f"_s);
    QCOMPARE(faultOf([](JsonReader &r) { QVERIFY(!r.boolean("f"_L1)); }), u"f"_s);
    QCOMPARE(faultOf([](JsonReader &r) { QCOMPARE(r.integer("f"_L1, 0, 9), 0); }), u"f"_s);
    QCOMPARE(faultOf([](JsonReader &r) { QVERIFY(r.array("f"_L1).isEmpty()); }), u"f"_s);
    QCOMPARE(faultOf([](JsonReader &r) { QVERIFY(r.strings("f"_L1).isEmpty()); }), u"f"_s);
    QCOMPARE(faultOf([](JsonReader &r) { QCOMPARE(r.timestamp("f"_L1), Timestamp()); }), u"f"_s);
    QCOMPARE(faultOf([](JsonReader &r) { QVERIFY(r.id<UserId>("f"_L1).isNull()); }), u"f"_s);
}

void JsonReaderTest::refusesOtherTypes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("string") << QByteArray(R"("x")");
    QTest::newRow("number") << QByteArray("1");
    QTest::newRow("boolean") << QByteArray("true");
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("list") << QByteArray("[]");
}

void JsonReaderTest::refusesOtherTypes()
{
    QFETCH(const QByteArray, value);
    const QJsonObject fields = object(("{\"f\":" + value + "}").constData());
    const auto accepts = [&](auto read) {
        JsonReader reader(fields);
        read(reader);
        return reader.ok();
    };
    QCOMPARE(accepts([](JsonReader &r) { r.string("f"_L1); }), value == R"("x")");
    QCOMPARE(accepts([](JsonReader &r) { r.optionalString("f"_L1); }), value == R"("x")");
    QCOMPARE(accepts([](JsonReader &r) { r.integer("f"_L1, 0, 9); }), value == "1");
    QCOMPARE(accepts([](JsonReader &r) { r.optionalNumber("f"_L1, 0, 9); }), value == "1");
    QVERIFY(!accepts([](JsonReader &r) { r.optionalNumber("f"_L1, 2, 9); }));
    QCOMPARE(accepts([](JsonReader &r) { r.boolean("f"_L1); }), value == "true");
    QCOMPARE(accepts([](JsonReader &r) { r.optionalObject("f"_L1); }), value == "{}");
    QCOMPARE(accepts([](JsonReader &r) { r.array("f"_L1); }), value == "[]");
    QCOMPARE(accepts([](JsonReader &r) { r.strings("f"_L1); }), value == "[]");
    QVERIFY(!accepts([](JsonReader &r) { r.timestamp("f"_L1); }));
    QVERIFY(!accepts([](JsonReader &r) { r.id<UserId>("f"_L1); }));
    QVERIFY(!accepts([](JsonReader &r) { r.optionalId<UserId>("f"_L1); }));
}

void JsonReaderTest::countsCodePoints()
{
    // Two code points outside the first plane: four UTF-16 units, eight bytes of UTF-8.
    const QJsonObject fields{{"f"_L1, u"\U0001F600\U0001F680"_s}};
    QCOMPARE(JsonReader(fields).string("f"_L1, {.min = 2, .max = 2}).size(), 4);
    JsonReader tooLong(fields);
    QVERIFY(tooLong.string("f"_L1, {.min = 0, .max = 1}).isEmpty());
    QCOMPARE(fault(tooLong), u"f"_s);
    JsonReader tooShort(fields);
    QVERIFY(tooShort.string("f"_L1, {.min = 3, .max = 9}).isEmpty());
    QCOMPARE(fault(tooShort), u"f"_s);
}

void JsonReaderTest::refusesBrokenText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("lone high surrogate") << QString(QChar(0xd83d)) + u"x"_s;
    QTest::newRow("lone low surrogate") << QString(QChar(0xde00));
    QTest::newRow("high surrogate at the end") << u"x"_s + QChar(0xd83d);
    QTest::newRow("two high ones") << QString(QChar(0xd83d)) + QChar(0xd83d) + QChar(0xde00);
    QTest::newRow("NUL") << u"a"_s + QChar(u'\0') + u"b"_s;
}

void JsonReaderTest::refusesBrokenText()
{
    QFETCH(const QString, text);
    JsonReader reader({{"f"_L1, text}});
    QVERIFY(reader.string("f"_L1).isEmpty());
    QCOMPARE(fault(reader), u"f"_s);
}

void JsonReaderTest::readsIntegersExactly()
{
    constexpr qint64 kBeyondDouble = (1LL << 53) + 1;
    constexpr qint64 kHighest = std::numeric_limits<qint64>::max();
    JsonReader reader(object(R"({"a":9007199254740993,"b":9223372036854775807,"c":-9223372036854775808,"d":1.0})"));
    QCOMPARE(reader.integer("a"_L1, 0, kHighest), kBeyondDouble);
    QCOMPARE(reader.integer("b"_L1, 0, kHighest), kHighest);
    QCOMPARE(reader.integer("c"_L1, std::numeric_limits<qint64>::min(), 0), std::numeric_limits<qint64>::min());
    QCOMPARE(reader.integer("d"_L1, 0, 1), 1);
    QVERIFY(reader.ok());
}

void JsonReaderTest::refusesNumbers_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::newRow("fraction") << QByteArray("1.5");
    QTest::newRow("below") << QByteArray("-1");
    QTest::newRow("one more than 64 bits") << QByteArray("9223372036854775808");
    QTest::newRow("far too high") << QByteArray("1e300");
    QTest::newRow("far too low") << QByteArray("-1e300");
    QTest::newRow("tiny") << QByteArray("1e-300");
    QTest::newRow("text") << QByteArray(R"("1")");
}

void JsonReaderTest::refusesNumbers()
{
    QFETCH(const QByteArray, number);
    JsonReader reader(object(("{\"f\":" + number + "}").constData()));
    QCOMPARE(reader.integer("f"_L1, 0, std::numeric_limits<qint64>::max()), 0);
    QCOMPARE(fault(reader), u"f"_s);
}

void JsonReaderTest::namesTheElement()
{
    JsonReader reader(object(R"({"l":["a",1,"b",null]})"));
    QCOMPARE(reader.strings("l"_L1), (QStringList{u"a"_s, u"b"_s}));
    const QJsonArray errors = reader.error()->details.value("errors"_L1).toArray();
    QCOMPARE(errors.size(), 2);
    QCOMPARE(errors[0].toObject().value("field"_L1).toString(), u"l.1"_s);
    QCOMPARE(errors[1].toObject().value("field"_L1).toString(), u"l.3"_s);
}

void JsonReaderTest::limitsLists()
{
    const QJsonObject fields = object(R"({"l":["a","b","c"]})");
    QCOMPARE(JsonReader(fields).strings("l"_L1, 3).size(), 3);
    JsonReader reader(fields);
    QVERIFY(reader.strings("l"_L1, 2).isEmpty());
    QCOMPARE(fault(reader), u"l"_s);
}

void JsonReaderTest::readsIds()
{
    JsonReader reader(object(R"({"good":"msg_1","other":"user_1","empty":""})"));
    QCOMPARE(reader.id<MessageId>("good"_L1), MessageId(1));
    QCOMPARE(reader.optionalId<MessageId>("good"_L1), MessageId(1));
    QVERIFY(reader.ok());
    QVERIFY(!reader.optionalId<MessageId>("other"_L1));
    QCOMPARE(fault(reader), u"other"_s);
    JsonReader empty(object(R"({"empty":""})"));
    QVERIFY(empty.id<MessageId>("empty"_L1).isNull());
    QCOMPARE(fault(empty), u"empty"_s);
}

void JsonReaderTest::prefixesThePath()
{
    JsonReader reader(object("{}"), u"data"_s);
    reader.string("name"_L1);
    QCOMPARE(fault(reader), u"data.name"_s);
}

void JsonReaderTest::namesAllFaults()
{
    JsonReader reader(object(R"({"a":1})"));
    reader.string("a"_L1);
    reader.addFault("b"_L1, u"Must be nicer"_s);
    const auto error = reader.error();
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::ValidationError);
    QCOMPARE(error->details.value("field"_L1).toString(), u"a"_s);
    QCOMPARE(error->details.value("errors"_L1).toArray().size(), 2);
    QCOMPARE(error->details.value("errors"_L1).toArray()[1].toObject().value("reason"_L1).toString(),
             u"Must be nicer"_s);
    JsonReader single(object("{}"));
    single.string("x"_L1);
    QVERIFY(!single.error()->details.contains("errors"_L1));
}

void JsonReaderTest::tellsAFaultOnce()
{
    JsonReader reader(object(R"({"id":{},"empty":""})"));
    reader.id<UserId>("id"_L1);
    QVERIFY(!reader.error()->details.contains("errors"_L1));
    QCOMPARE(reader.error()->details.value("reason"_L1).toString(), u"Must be a string"_s);
    // Several wrong elements of one list.
    reader.addFault("list"_L1, u"Must be ids"_s);
    reader.addFault("list"_L1, u"Must be ids"_s);
    reader.id<UserId>("empty"_L1);
    QCOMPARE(reader.error()->details.value("errors"_L1).toArray().size(), 3);
}

void JsonReaderTest::takesInTheFaultsOfParts()
{
    JsonReader reader(object(R"({"part":{"a":1}})"));
    reader.string("name"_L1);
    JsonReader part(reader.object("part"_L1), u"part"_s);
    part.string("a"_L1);
    part.string("b"_L1);
    reader.addFaultsOf(part);
    QStringList fields;
    for (const auto &fault : reader.error()->details.value("errors"_L1).toArray())
        fields.append(fault.toObject().value("field"_L1).toString());
    QCOMPARE(fields, (QStringList{u"name"_s, u"part.a"_s, u"part.b"_s}));
}

void JsonReaderTest::parsesObjects_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::newRow("object") << QByteArray(R"( {"a":1} )") << QString();
    QTest::newRow("nothing") << QByteArray() << u"BAD_REQUEST"_s;
    QTest::newRow("words") << QByteArray("hello") << u"BAD_REQUEST"_s;
    QTest::newRow("trailing comma") << QByteArray(R"({"a":1,})") << u"BAD_REQUEST"_s;
    QTest::newRow("two objects") << QByteArray("{}{}") << u"BAD_REQUEST"_s;
    QTest::newRow("broken UTF-8") << QByteArray("{\"a\":\"\xff\"}") << u"BAD_REQUEST"_s;
    QTest::newRow("list") << QByteArray("[]") << u"VALIDATION_ERROR"_s;
    QTest::newRow("only closing brackets") << QByteArray(2000, ']') << u"BAD_REQUEST"_s;
    QTest::newRow("a backslash at the end") << QByteArray("{\"a\\") << u"BAD_REQUEST"_s;
}

void JsonReaderTest::parsesObjects()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, code);
    const auto parsed = parseObject(json);
    QCOMPARE(parsed ? QString() : QString(errorName(parsed.error().code)), code);
    // Faults quote nothing of what was sent.
    if (!parsed)
        QVERIFY(!parsed.error().message.contains("hello"_L1));
}

void JsonReaderTest::parsesUpToSixtyFourLevels()
{
    const auto nested = [](int levels) {
        return "{\"a\":" + QByteArray(levels - 1, '[') + QByteArray(levels - 1, ']') + "}";
    };
    QVERIFY(parseObject(nested(64)));
    QCOMPARE(parseObject(nested(65)).error().code, ErrorCode::BadRequest);
    QCOMPARE(parseObject(nested(100'000)).error().code, ErrorCode::BadRequest);
}

void JsonReaderTest::ignoresBracketsInStrings()
{
    const QByteArray text = QByteArray(200, '[') + R"(\"{{{)";
    QVERIFY(parseObject("{\"a\":\"" + text + "\"}"));
}

} // namespace plexi::protocol::test

QTEST_GUILESS_MAIN(plexi::protocol::test::JsonReaderTest)
#include "json_reader_test.moc"
