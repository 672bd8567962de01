// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString source;
    QStringList translations;
    bool isFinished = true;
};

QList<Message> read(const QString &language)
{
    QFile file(QStringLiteral(PLEXI_TRANSLATIONS_FOLDER "/plexichat_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    while (xml.readNextStartElement() || !xml.atEnd()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "message"_L1)
            messages.append(Message{});
        else if (xml.name() == "source"_L1)
            messages.last().source = xml.readElementText();
        else if (xml.name() == "numerusform"_L1)
            messages.last().translations.append(xml.readElementText());
        else if (xml.name() == "translation"_L1) {
            messages.last().isFinished = !xml.attributes().hasAttribute("type"_L1);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            messages.last().translations.append(text);
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?[0-9n]"_s);
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured());
    found.sort();
    return found;
}

} // namespace

/** The languages are complete, and no translation loses a name or a number. */
class TranslationsTest : public QObject
{
    Q_OBJECT

private slots:
    void isComplete_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : {u"de"_s, u"en"_s, u"es"_s})
            QTest::newRow(qPrintable(language)) << language;
    }
    void isComplete()
    {
        QFETCH(QString, language);
        const QList<Message> messages = read(language);
        QVERIFY(messages.size() > 200);
        for (const Message &message : messages) {
            QVERIFY2(message.isFinished, qPrintable(message.source));
            for (const QString &translation : message.translations)
                QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
            // Plural forms are read as one text after the other: each placeholder as often as there are forms.
            if (!message.source.contains("%n"_L1))
                QCOMPARE(placeholders(message.translations.join(u' ')), placeholders(message.source));
        }
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
