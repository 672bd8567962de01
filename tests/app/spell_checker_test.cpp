// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hunspell with small dictionaries of the test's own.
#include "app/spell_checker.h"
#include "app/text/spelling.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::app;

class SpellCheckerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SpellChecker> m_checker;

    static QStringList wordsOf(const QString &line)
    {
        QStringList words;
        for (const WordPlace &place : wordsToCheck(line))
            words << line.sliced(place.start, place.length);
        return words;
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QString wordsFile() const { return m_folder->filePath(u"data/words.txt"_s); }

    void start()
    {
        m_checker = std::make_unique<SpellChecker>(QStringList{m_folder->path()}, wordsFile());
        m_checker->setLanguage(u"en_GB"_s);
    }

    bool isMisspelt(const QString &word) { return m_checker->isMisspelt(word); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"en_US.aff"_s, "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n");
        write(u"en_US.dic"_s, "4\nhello\nword/S\nisn't\nnaïve\n");
        // As old ones are.
        write(u"es_ES.aff"_s, "SET ISO8859-1\nTRY aeiou\n");
        write(u"es_ES.dic"_s,
              "2\nma\xf1"
              "ana\nhola\n");
        start();
    }

    void cleanup() { m_checker.reset(); }

    void findsWords_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("words") << u"Hello, isn’t it naïve?"_s
                               << QStringList{u"Hello"_s, u"isn’t"_s, u"it"_s, u"naïve"_s};
        QTest::newRow("names") << u"hi @bob.s and #general :tada:"_s << QStringList{u"hi"_s, u"and"_s};
        QTest::newRow("addresses") << u"see https://b.example/wrng?x=y or www.wrng.example or a@wrng.example"_s
                                   << QStringList{u"see"_s, u"or"_s, u"or"_s};
        QTest::newRow("code") << u"call `wrng(x)` now"_s << QStringList{u"call"_s, u"now"_s};
        QTest::newRow("figures and capitals")
            << u"the rc2 of NATO on iPhone, a_b c/d"_s << QStringList{u"the"_s, u"of"_s, u"on"_s};
        QTest::newRow("letters") << u"a b I"_s << QStringList();
    }

    void findsWords()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, words);
        QCOMPARE(wordsOf(line), words);
    }

    void choosesADictionary()
    {
        const QStringList folders{m_folder->path()};
        const auto chosen = [&folders](const QString &language) {
            return dictionaryFor(language, folders).section(u'/', -1);
        };
        QCOMPARE(chosen(u"en"_s), u"en_US"_s);
        QCOMPARE(chosen(u"en_GB"_s), u"en_US"_s);
        QCOMPARE(chosen(u"es_MX"_s), u"es_ES"_s);
        QCOMPARE(chosen(u"de"_s), QString());
        QCOMPARE(chosen(QString()), QString());
        // Half of one is none.
        write(u"de_DE.dic"_s, "0\n");
        QCOMPARE(chosen(u"de"_s), QString());
        write(u"en_GB.aff"_s, "SET UTF-8\n");
        write(u"en_GB.dic"_s, "1\ncolour\n");
        QCOMPARE(chosen(u"en_GB"_s), u"en_GB"_s);
    }

    void knowsWhatIsWrong()
    {
        QSignalSpy checked(m_checker.get(), &SpellChecker::checked);
        // Nobody waits for a dictionary.
        QVERIFY(!isMisspelt(u"wrod"_s));
        QVERIFY(!isMisspelt(u"words"_s));
        QTRY_COMPARE(checked.size(), 1);
        QVERIFY(isMisspelt(u"wrod"_s));
        QVERIFY(!isMisspelt(u"words"_s));
        for (const QString &word : {u"hello"_s, u"Hello"_s, u"isn’t"_s, u"naïve"_s, u"helo"_s})
            (void)isMisspelt(word);
        QTRY_COMPARE(checked.size(), 2);
        QVERIFY(isMisspelt(u"helo"_s));
        for (const QString &word : {u"hello"_s, u"Hello"_s, u"isn’t"_s, u"naïve"_s})
            QVERIFY2(!isMisspelt(word), qPrintable(word));
    }

    void suggests()
    {
        (void)isMisspelt(u"wrod"_s);
        QSignalSpy suggested(m_checker.get(), &SpellChecker::suggested);
        m_checker->suggest(u"wrod"_s);
        QTRY_COMPARE(suggested.size(), 1);
        QCOMPARE(suggested.first().at(0).toString(), u"wrod"_s);
        QVERIFY(suggested.first().at(1).toStringList().contains(u"word"_s));
        QVERIFY(suggested.first().at(1).toStringList().size() <= SpellChecker::kMostSuggestions);
    }

    void keepsThePersonsOwnWords()
    {
        (void)isMisspelt(u"plexi"_s);
        QTRY_VERIFY(isMisspelt(u"plexi"_s));
        QSignalSpy checked(m_checker.get(), &SpellChecker::checked);
        m_checker->add(u"plexi"_s);
        QCOMPARE(checked.size(), 1);
        QVERIFY(!isMisspelt(u"plexi"_s));
        QCOMPARE(QFile::permissions(wordsFile()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        start();
        (void)isMisspelt(u"plexj"_s);
        QTRY_VERIFY(isMisspelt(u"plexj"_s));
        QVERIFY(!isMisspelt(u"plexi"_s));
        QVERIFY(!isMisspelt(u"Plexi"_s));
    }

    void changesTheLanguage()
    {
        (void)isMisspelt(u"hola"_s);
        QTRY_VERIFY(isMisspelt(u"hola"_s));
        QVERIFY(m_checker->dictionary().contains(u"English"_s));
        QSignalSpy changed(m_checker.get(), &SpellChecker::changed);
        m_checker->setLanguage(u"es"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!isMisspelt(u"hola"_s));
        (void)isMisspelt(u"hello"_s);
        (void)isMisspelt(u"mañana"_s);
        QTRY_VERIFY(isMisspelt(u"hello"_s));
        QVERIFY(!isMisspelt(u"hola"_s));
        QVERIFY(!isMisspelt(u"mañana"_s));
        m_checker->setLanguage(u"de"_s);
        QVERIFY(!m_checker->isActive());
        QVERIFY(m_checker->dictionary().isEmpty());
        QVERIFY(!isMisspelt(u"hello"_s));
    }
};

QTEST_GUILESS_MAIN(SpellCheckerTest)
#include "spell_checker_test.moc"
