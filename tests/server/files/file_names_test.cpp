// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/content_types.h"
#include "server/files/file_names.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using files::Disposition;

/** What people and their programs call files, and what files are. */
class FileNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void safe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *what, const QString &name, const QString &expected) {
            QTest::newRow(what) << name << expected;
        };
        row("plain", u"Report 2026.pdf"_s, u"Report 2026.pdf"_s);
        row("other scripts", u"Bücher 日本語.txt"_s, u"Bücher 日本語.txt"_s);
        row("composed", u"Bu\u0308cher"_s, u"Bücher"_s);
        row("folders", u"../../etc/passwd"_s, u"passwd"_s);
        row("Windows folders", u"C:\\Users\\x\\a.txt"_s, u"a.txt"_s);
        row("hidden", u".bashrc"_s, u"bashrc"_s);
        row("nothing", u""_s, u"file"_s);
        row("dots", u".."_s, u"file"_s);
        row("folder alone", u"a/"_s, u"file"_s);
        row("line ends", u"a\r\nSet-Cookie: x.txt"_s, u"aSet-Cookie_ x.txt"_s);
        row("turned around", u"photo\u202Egpj.exe"_s, u"photogpj.exe"_s);
        row("quotes", u"a\"b<c>|d?.txt"_s, u"a_b_c__d_.txt"_s);
        row("device", u"CON.txt"_s, u"_CON.txt"_s);
        row("port", u"lpt1"_s, u"_lpt1"_s);
        row("no device", u"console.txt"_s, u"console.txt"_s);
        row("ends in a dot", u"a. . "_s, u"a"_s);
        row("long", QString(400, u'x') + ".tar"_L1, QString(251, u'x') + ".tar"_L1);
        row("long in bytes", QString(200, u'ü') + ".txt"_L1, QString(125, u'ü') + ".txt"_L1);
        row("emoji", u"\U0001F600.png"_s, u"\U0001F600.png"_s);
        row("lone surrogate", u"a"_s + QChar(0xd800) + u"b"_s, u"a\uFFFDb"_s);
    }

    void safe()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, expected);
        QCOMPARE(files::safeFileName(name), expected);
        QCOMPARE(files::safeFileName(expected), expected);
    }

    void anyNameBecomesOne()
    {
        QRandomGenerator random(20261127);
        for (int round = 0; round < 1'000; ++round) {
            QString name;
            const int length = random.bounded(300);
            for (int i = 0; i < length; ++i)
                name += QChar(
                    static_cast<char16_t>(random.bounded(2) ? random.bounded(0x80) : random.bounded(0x10000)));
            const QString safe = files::safeFileName(name);
            QVERIFY(!safe.isEmpty());
            QVERIFY(safe.toUtf8().size() <= 256);
            for (const QChar bad : u"/\\\"<>|?*:\r\n"_s)
                QVERIFY(!safe.contains(bad));
            QVERIFY(safe != "."_L1 && safe != ".."_L1);
            for (const auto disposition : {Disposition::Inline, Disposition::Attachment}) {
                const QByteArray value = files::contentDisposition(disposition, safe);
                QVERIFY(std::ranges::all_of(value, [](char c) { return c >= 0x20 && c < 0x7f; }));
                QVERIFY(value.count('"') == 2);
            }
        }
    }

    void dispositions()
    {
        QCOMPARE(files::contentDisposition(Disposition::Attachment, u"a b.txt"_s), "attachment; filename=\"a b.txt\"");
        QCOMPARE(files::contentDisposition(Disposition::Inline, u"Bücher 100%.txt"_s),
                 "inline; filename=\"B_cher 100_.txt\"; filename*=UTF-8''B%C3%BCcher%20100%25.txt");
    }

    void types_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("isInline");
        const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
        QTest::newRow("png") << u"a.png"_s << png << u"image/png"_s << true;
        QTest::newRow("png by another name") << u"a.html"_s << png << u"image/png"_s << true;
        QTest::newRow("no png") << u"a.png"_s << QByteArray("\x01\x02\x03\xff\xfe", 5) << u"application/octet-stream"_s
                                << false;
        QTest::newRow("pdf") << u"a"_s << QByteArray("%PDF-1.7\n") << u"application/pdf"_s << true;
        QTest::newRow("text") << u"a.txt"_s << QByteArray("words") << u"text/plain"_s << true;
        QTest::newRow("markdown") << u"a.md"_s << QByteArray("# words") << u"text/markdown"_s << false;
        QTest::newRow("html") << u"a.txt"_s << QByteArray("<!DOCTYPE html><html>") << u"text/html"_s << false;
        QTest::newRow("html by name") << u"a.html"_s << QByteArray("words") << u"text/html"_s << false;
        QTest::newRow("zip") << u"a.zip"_s << QByteArray("PK\x03\x04", 4) << u"application/zip"_s << false;
        QTest::newRow("word") << u"a.docx"_s << QByteArray("PK\x03\x04", 4)
                              << u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s << false;
        QTest::newRow("empty") << u"a.txt"_s << QByteArray() << u"text/plain"_s << true;
        QTest::newRow("nothing is known")
            << u"a"_s << QByteArray("\x00\x01\x02", 3) << u"application/octet-stream"_s << false;
    }

    void types()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, head);
        QFETCH(const QString, type);
        QFETCH(const bool, isInline);
        QCOMPARE(files::contentTypeOf(name, head), type);
        QCOMPARE(files::dispositionOf(type) == Disposition::Inline, isInline);
    }

    void svgIsNeverInline()
    {
        const QByteArray svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";
        for (const QString &name : {u"a.svg"_s, u"a.png"_s, u"a.txt"_s, u"a"_s})
            QVERIFY(files::dispositionOf(files::contentTypeOf(name, svg)) == Disposition::Attachment);
    }
};

QTEST_GUILESS_MAIN(FileNamesTest)
#include "file_names_test.moc"
