// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

namespace {

QByteArray written(QStringView text)
{
    JsonWriter writer;
    writer.value(text);
    return writer.take();
}

} // namespace

/** What it writes is JSON, and what Qt reads of it is what was given. */
class JsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void separatesMembersAndElements();
    void writesEveryKindOfValue();
    void escapes_data();
    void escapes();
    void writesAnyTextAsQtReadsIt();
};

void JsonWriterTest::separatesMembersAndElements()
{
    JsonWriter writer;
    writer.beginObject();
    writer.name("empty"_L1);
    writer.beginObject();
    writer.endObject();
    writer.member("none"_L1, QList<qint64>());
    writer.name("two"_L1);
    writer.beginArray();
    writer.value(1);
    writer.beginArray();
    writer.endArray();
    writer.value(2);
    writer.endArray();
    writer.member("last"_L1, true);
    writer.endObject();
    QCOMPARE(writer.take(), R"({"empty":{},"none":[],"two":[1,[],2],"last":true})");
}

void JsonWriterTest::writesEveryKindOfValue()
{
    JsonWriter writer;
    writer.beginArray();
    writer.value(u"text"_s);
    writer.value("name"_L1);
    writer.value(Timestamp{1'736'937'000'123});
    writer.value(std::numeric_limits<qint64>::min());
    writer.value(-1);
    writer.value(false);
    writer.value(UserId(14));
    writer.value(QList{MessageId(1), MessageId(2)});
    writer.value(std::optional(5));
    writer.value(std::optional<QString>());
    writer.value(QJsonObject{{"a"_L1, 1.5}});
    writer.value(QJsonValue(u"id"_s));
    writer.value(QJsonValue(QJsonArray{1, QJsonValue::Null}));
    writer.endArray();
    QCOMPARE(writer.take(),
             R"(["text","name","2025-01-15T10:30:00.123Z",-9223372036854775808,-1,false,"user_14",["msg_1","msg_2"],5,)"
             R"(null,{"a":1.5},"id",[1,null]])");
}

void JsonWriterTest::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QString() << QByteArray(R"("")");
    QTest::newRow("quotes") << u"a\"b\\c"_s << QByteArray(R"("a\"b\\c")");
    QTest::newRow("short escapes") << u"\b\f\n\r\t"_s << QByteArray(R"("\b\f\n\r\t")");
    QTest::newRow("control") << u"\u0001\u001f\u007f"_s << QByteArray("\"\\u0001\\u001f\x7f\"");
    QTest::newRow("nul") << QString(QChar(0)) << QByteArray(R"("\u0000")");
    QTest::newRow("two bytes") << u"\u00e9\u07ff"_s << QByteArray("\"\xc3\xa9\xdf\xbf\"");
    QTest::newRow("three bytes") << u"\u0800\u4f60\uffff"_s << QByteArray("\"\xe0\xa0\x80\xe4\xbd\xa0\xef\xbf\xbf\"");
    QTest::newRow("pair") << u"\U0001f600\U0010ffff"_s << QByteArray("\"\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf\"");
    QTest::newRow("lone high") << QString(QChar(0xd83d)) + u'x' << QByteArray(R"("\ud83dx")");
    QTest::newRow("lone low") << u'x' + QString(QChar(0xde00)) << QByteArray(R"("x\ude00")");
    QTest::newRow("high at the end") << QString(QChar(0xd83d)) << QByteArray(R"("\ud83d")");
}

void JsonWriterTest::escapes()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, json);
    QCOMPARE(written(text), json);
}

void JsonWriterTest::writesAnyTextAsQtReadsIt()
{
    QRandomGenerator random(20'261'123);
    for (int i = 0; i < 2'000; ++i) {
        QString text;
        for (int left = random.bounded(40); left > 0; --left) {
            const char32_t limit = std::array{0x20U, 0x80U, 0x800U, 0x10000U, 0x110000U}[random.bounded(5U)];
            const char32_t point = random.bounded(limit);
            if (!QChar::isSurrogate(point))
                text += QString::fromUcs4(&point, 1);
        }
        const QJsonDocument read = QJsonDocument::fromJson('[' + written(text) + ']');
        QCOMPARE(read.array().at(0).toString(), text);
    }
}

} // namespace plexi::protocol::test

QTEST_APPLESS_MAIN(plexi::protocol::test::JsonWriterTest)
#include "json_writer_test.moc"
