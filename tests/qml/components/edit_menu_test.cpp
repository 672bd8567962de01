// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of an editor, with a dictionary of the test's own.
#include "app/spell_checker.h"

#include <QFile>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlEngineExtensionPlugin>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

Q_IMPORT_QML_PLUGIN(PlexiChat_AppPlugin)
Q_IMPORT_QML_PLUGIN(PlexiChatPlugin)

using namespace Qt::StringLiterals;
using plexi::app::SpellChecker;

namespace {

constexpr auto kWindow = R"(
import QtQuick
import QtQuick.Templates as T
import PlexiChat

Window {
    property alias editor: editor
    property alias menu: menu

    width: 400
    height: 400
    visible: true

    T.TextArea {
        id: editor

        width: 300
        height: 40
        text: "helo the wrod"
    }
    SpellHighlighter {
        id: misspelt

        document: editor.textDocument
        checker: spelling
    }
    EditMenu {
        id: menu

        editor: editor
        misspelt: misspelt
    }
}
)";

} // namespace

class EditMenuTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SpellChecker> m_checker;
    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<QObject> m_window;
    QObject *m_editor = nullptr;
    QObject *m_menu = nullptr;

    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QString text() const { return m_editor->property("text").toString(); }

    /** What the menu offers, in its order. */
    QList<QQuickItem *> items() const
    {
        QList<QQuickItem *> found;
        for (int i = 0; i < m_menu->property("count").toInt(); ++i) {
            QQuickItem *item = nullptr;
            QMetaObject::invokeMethod(m_menu, "itemAt", qReturnArg(item), i);
            if (item && item->isVisible() && !item->property("text").toString().isEmpty())
                found.append(item);
        }
        return found;
    }

    QStringList texts() const
    {
        QStringList list;
        for (const QQuickItem *item : items())
            list << item->property("text").toString();
        return list;
    }

    void choose(const QString &wanted)
    {
        for (QQuickItem *item : items()) {
            if (item->property("text").toString() == wanted) {
                QVERIFY(QMetaObject::invokeMethod(item, "click"));
                return;
            }
        }
        QFAIL(qPrintable(u"no %1 in %2"_s.arg(wanted, texts().join(u", "_s))));
    }

    void openAt(int position) { QVERIFY(QMetaObject::invokeMethod(m_menu, "openAt", position)); }

private slots:
    void initTestCase()
    {
        write(u"en_US.aff"_s, "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
        write(u"en_US.dic"_s, "3\nhello\nword\nthe\n");
        QQuickStyle::setStyle(u"Basic"_s);
    }

    void init()
    {
        m_checker = std::make_unique<SpellChecker>(QStringList{m_folder.path()}, m_folder.filePath(u"words"_s));
        m_checker->setLanguage(u"en"_s);
        m_engine = std::make_unique<QQmlEngine>();
        m_engine->rootContext()->setContextProperty(u"spelling"_s, m_checker.get());
        QQmlComponent component(m_engine.get());
        component.setData(kWindow, QUrl());
        m_window.reset(component.create());
        QVERIFY2(m_window, qPrintable(component.errorString()));
        m_editor = m_window->property("editor").value<QObject *>();
        m_menu = m_window->property("menu").value<QObject *>();
        (void)m_checker->isMisspelt(u"helo"_s);
        QTRY_VERIFY(m_checker->isMisspelt(u"helo"_s));
        QTRY_VERIFY(m_checker->isMisspelt(u"wrod"_s));
    }

    void cleanup()
    {
        m_window.reset();
        m_engine.reset();
        m_checker.reset();
        QFile::remove(m_folder.filePath(u"words"_s));
    }

    void putsASuggestionInThePlaceOfTheWord()
    {
        openAt(10);
        QTRY_COMPARE(texts().first(), u"word"_s);
        choose(u"word"_s);
        QCOMPARE(text(), u"helo the word"_s);
        // The next one has its own.
        openAt(1);
        QTRY_COMPARE(texts().first(), u"hello"_s);
        QVERIFY(!texts().contains(u"word"_s));
        choose(u"hello"_s);
        QCOMPARE(text(), u"hello the word"_s);
    }

    void addsAWord()
    {
        openAt(1);
        QTRY_COMPARE(texts().first(), u"hello"_s);
        choose(u"Add to the dictionary"_s);
        QVERIFY(!m_checker->isMisspelt(u"helo"_s));
        QCOMPARE(text(), u"helo the wrod"_s);
    }

    void hasNoSuggestionsForWhatIsRight()
    {
        openAt(6);
        QCOMPARE(texts().first(), u"Cut"_s);
        QVERIFY(!texts().contains(u"Add to the dictionary"_s));
        choose(u"Select all"_s);
        QCOMPARE(m_editor->property("selectedText").toString(), text());
        openAt(6);
        choose(u"Cut"_s);
        QCOMPARE(text(), QString());
    }
};

QTEST_MAIN(EditMenuTest)
#include "edit_menu_test.moc"
