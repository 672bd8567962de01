// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression kVisible(
    u"\\b(text|title|detail|explanation|actionText|confirmText|placeholderText|hint|caption|label|Accessible\\.name|"
    u"Accessible\\.description)\\s*:(?!:)(.*)"_s);
const QRegularExpression kTranslated(u"\\bqsTr\\(\\s*\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*,\\s*\"(?:[^\"\\\\]|\\\\.)*\")?"_s);
const QRegularExpression kCompared(u"[=!]==?\\s*\"[^\"]*\"|\\[\\s*\"[^\"]*\"\\s*\\]"_s);
const QRegularExpression kLiteral(u"(?:\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`)"_s);
const QRegularExpression kWord(u"\\p{L}{2}"_s);

/** Texts that a person would read and that no translator sees, in one line of QML. */
QStringList untranslated(QString line)
{
    line.remove(QRegularExpression(u"//.*$"_s));
    const QRegularExpressionMatch property = kVisible.match(line);
    if (!property.hasMatch())
        return {};
    QString value = property.captured(2);
    value.remove(kTranslated);
    value.remove(kCompared);
    QStringList found;
    for (auto literals = kLiteral.globalMatch(value); literals.hasNext();) {
        const QRegularExpressionMatch literal = literals.next();
        QString text = literal.captured(1) + literal.captured(2);
        // What a template puts in was made elsewhere.
        text.remove(QRegularExpression(u"\\$\\{[^}]*\\}"_s));
        text.remove(QRegularExpression(u"<[^>]*>"_s));
        text.remove(QRegularExpression(u"^#[0-9A-F]{6,8}$|^(Ctrl|Alt)\\+[A-Za-z+]+$"_s));
        if (text.contains(kWord))
            found.append(text);
    }
    return found;
}

} // namespace

/** Whatever is written in the windows can be read in other languages. */
class TextsTest : public QObject
{
    Q_OBJECT

private slots:
    void finds()
    {
        QCOMPARE(untranslated(u"    text: \"Hello\""_s), QStringList{u"Hello"_s});
        QCOMPARE(untranslated(u"    title: open ? qsTr(\"Open\") : \"Shut\""_s), QStringList{u"Shut"_s});
        QCOMPARE(untranslated(u"Accessible.name: `${name} writes`"_s), QStringList{u" writes"_s});
    }

    void lets()
    {
        for (const QString &line :
             {u"text: qsTr(\"Hello %1\", \"to whom\").arg(name)"_s, u"text: kind === \"direct\" ? name : \"\""_s,
              u"text: \"#\" + name"_s, u"// text: \"Hello\""_s, u"context: \"Hello\""_s})
            QCOMPARE(untranslated(line), QStringList());
    }

    void everyTextIsTranslated()
    {
        int files = 0;
        QDirIterator found(QString::fromLatin1(PLEXI_QML_FOLDER), {u"*.qml"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
            for (qsizetype number = 0; number < lines.size(); ++number) {
                const QStringList texts = untranslated(lines[number]);
                QVERIFY2(texts.isEmpty(),
                         qPrintable(u"%1:%2: %3"_s.arg(file.fileName()).arg(number + 1).arg(texts.join(u' '))));
            }
            ++files;
        }
        QVERIFY(files > 50);
    }
};

QTEST_GUILESS_MAIN(TextsTest)
#include "texts_test.moc"
