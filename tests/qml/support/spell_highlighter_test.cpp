// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/spell_highlighter.h"

#include <QFile>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using plexi::SpellHighlighter;
using plexi::app::SpellChecker;

class SpellHighlighterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QQmlEngine m_engine;
    std::unique_ptr<SpellChecker> m_checker;
    std::unique_ptr<QObject> m_editor;
    std::unique_ptr<SpellHighlighter> m_highlighter;

    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTextDocument *document() const { return m_highlighter->quickDocument()->textDocument(); }

    /** The words that are underlined, in all lines. */
    QStringList underlined() const
    {
        QStringList words;
        for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
            for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
                if (range.format.underlineStyle() != QTextCharFormat::NoUnderline
                    && range.format.foreground().color() == QColor(Qt::red))
                    words << block.text().sliced(range.start, range.length);
            }
        }
        return words;
    }

    void type(const QString &text) { m_editor->setProperty("text", text); }

private slots:
    void initTestCase()
    {
        write(u"en_US.aff"_s, "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
        write(u"en_US.dic"_s, "3\nhello\nword\nthe\n");
    }

    void init()
    {
        m_checker = std::make_unique<SpellChecker>(QStringList{m_folder.path()}, m_folder.filePath(u"words"_s));
        m_checker->setLanguage(u"en"_s);
        QQmlComponent component(&m_engine);
        component.setData("import QtQuick\nTextEdit { textFormat: TextEdit.PlainText }", QUrl());
        m_editor.reset(component.create());
        QVERIFY2(m_editor, qPrintable(component.errorString()));
        m_highlighter = std::make_unique<SpellHighlighter>();
        m_highlighter->setColor(Qt::red);
        m_highlighter->setQuickDocument(m_editor->property("textDocument").value<QQuickTextDocument *>());
        m_highlighter->setChecker(m_checker.get());
    }

    void cleanup()
    {
        m_highlighter.reset();
        m_editor.reset();
        m_checker.reset();
        QFile::remove(m_folder.filePath(u"words"_s));
    }

    void underlinesWhatIsWrong()
    {
        type(u"hello wrod the\nhelo word"_s);
        QTRY_COMPARE(underlined(), (QStringList{u"wrod"_s, u"helo"_s}));
        QCOMPARE(m_highlighter->wordAt(8), u"wrod"_s);
        QCOMPARE(m_highlighter->startAt(8), 6);
        QCOMPARE(m_highlighter->wordAt(17), u"helo"_s);
        QCOMPARE(m_highlighter->startAt(17), 15);
        QCOMPARE(m_highlighter->wordAt(2), QString());
        QCOMPARE(m_highlighter->startAt(2), -1);
        // The text itself is as it was.
        QCOMPARE(m_editor->property("text").toString(), u"hello wrod the\nhelo word"_s);
        m_checker->add(u"wrod"_s);
        QCOMPARE(underlined(), QStringList{u"helo"_s});
        m_checker->setLanguage({});
        QCOMPARE(underlined(), QStringList());
    }

    void sparesTheWordThatIsBeingWritten()
    {
        type(u"helo wrod"_s);
        m_highlighter->setCursor(9);
        QTRY_COMPARE(underlined(), QStringList{u"helo"_s});
        m_highlighter->setCursor(2);
        QCOMPARE(underlined(), (QStringList{u"helo"_s, u"wrod"_s}));
        // A letter comes before the cursor does.
        type(u"helo wrodd"_s);
        QTRY_COMPARE(underlined(), (QStringList{u"helo"_s, u"wrodd"_s}));
        type(u"helo wrod"_s);
        m_highlighter->setCursor(9);
        QCOMPARE(underlined(), QStringList{u"helo"_s});
        m_highlighter->setCursor(-1);
        QCOMPARE(underlined(), (QStringList{u"helo"_s, u"wrod"_s}));
    }

    void leavesCodeAlone()
    {
        type(u"helo\n```\nwrod `helo`\n```\nwrod `helo`"_s);
        QTRY_COMPARE(underlined(), (QStringList{u"helo"_s, u"wrod"_s}));
        QCOMPARE(m_highlighter->wordAt(11), QString());
        QCOMPARE(m_highlighter->wordAt(1), u"helo"_s);
    }
};

QTEST_MAIN(SpellHighlighterTest)
#include "spell_highlighter_test.moc"
