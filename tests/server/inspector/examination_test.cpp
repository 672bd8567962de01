// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/blurhash.h"
#include "server/inspector/documents.h"
#include "server/inspector/examination.h"
#include "server/inspector/locations.h"
#include "server/inspector/pictures.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace plexi::inspector;

namespace {

struct Parts {
    QJsonObject head;
    QByteArray rest;

    QJsonValue metadata(QLatin1StringView name) const { return head.value("metadata"_L1)[name]; }
    QByteArray text() const { return rest.last(head.value("text"_L1).toInteger()); }
};

Parts examined(const QByteArray &bytes)
{
    const QByteArray answer = examine(bytes);
    const qsizetype end = answer.indexOf('\n');
    return {QJsonDocument::fromJson(answer.first(end)).object(), answer.sliced(end + 1)};
}

QByteArray picture(QSize size, const char *format = "jpeg")
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

void append16(QByteArray &bytes, quint16 number)
{
    char text[2];
    qToBigEndian(number, text);
    bytes.append(text, 2);
}

void append32(QByteArray &bytes, quint32 number)
{
    char text[4];
    qToBigEndian(number, text);
    bytes.append(text, 4);
}

void appendEntry(QByteArray &bytes, quint16 tag, quint16 type, quint32 count, quint32 value)
{
    append16(bytes, tag);
    append16(bytes, type);
    append32(bytes, count);
    append32(bytes, value);
}

/** A JPEG that is to be turned by 90 degrees, and was taken at 52° 31'. */
QByteArray photograph()
{
    QByteArray tiff("MM\0\x2a", 4);
    append32(tiff, 8);
    append16(tiff, 2);
    appendEntry(tiff, 0x0112, 3, 1, 6u << 16); // orientation
    appendEntry(tiff, 0x8825, 4, 1, 38); // where the GPS directory is
    append32(tiff, 0);
    append16(tiff, 2);
    appendEntry(tiff, 1, 2, 2, 0x4e000000); // "N"
    appendEntry(tiff, 2, 5, 3, 68); // the latitude, three fractions
    append32(tiff, 0);
    for (const quint32 number : {52u, 1u, 31u, 1u, 7u, 1u})
        append32(tiff, number);
    QByteArray segment = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray head("\xff\xd8\xff\xe1", 4);
    append16(head, static_cast<quint16>(segment.size() + 2));
    return head + segment + picture({300, 200}).sliced(2);
}

/** Silence for so many milliseconds, as a WAV of 8000 bytes a second. */
QByteArray sound(int milliseconds)
{
    const auto number = [](quint32 value) {
        const quint32 little = qToLittleEndian(value);
        return QByteArray(reinterpret_cast<const char *>(&little), 4);
    };
    const QByteArray samples(qsizetype{8} * milliseconds, '\x80');
    return "RIFF" + number(36 + static_cast<quint32>(samples.size())) + "WAVEfmt " + number(16)
        + QByteArray("\1\0\1\0", 4) + number(8'000) + number(8'000) + QByteArray("\1\0\x08\0", 4) + "data"
        + number(static_cast<quint32>(samples.size())) + samples;
}

/** One of those that FFmpeg made, of a tone or a green square. */
QByteArray media(const QString &name)
{
    QFile file(QStringLiteral(PLEXI_MEDIA) + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** As everybody but its sender gets it. */
QByteArray masked(QByteArray bytes)
{
    for (const Span &span : locationsIn(bytes))
        std::fill_n(bytes.begin() + span.offset, span.length, '\0');
    return bytes;
}

} // namespace

/** What the helper finds in files. */
class ExaminationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadDecoders();
        loadDocuments();
    }

    void pictures()
    {
        const Parts parts = examined(picture({1600, 900}));
        QCOMPARE(parts.metadata("width"_L1).toInt(), 1600);
        QCOMPARE(parts.metadata("height"_L1).toInt(), 900);
        QCOMPARE(parts.metadata("blurhash"_L1).toString().size(), 28);
        const QJsonArray previews = parts.head.value("previews"_L1).toArray();
        QCOMPARE(previews.size(), 2);
        const qint64 small = previews[0]["size"_L1].toInteger();
        QCOMPARE(QImage::fromData(parts.rest.first(small)).size(), QSize(320, 180));
        QCOMPARE(QImage::fromData(parts.rest.sliced(small)).size(), QSize(1280, 720));
        // What is small already is not made larger.
        const Parts tiny = examined(picture({3, 500}, "png"));
        const qint64 size = tiny.head.value("previews"_L1)[0]["size"_L1].toInteger();
        QCOMPARE(QImage::fromData(tiny.rest.first(size)).size(), QSize(1, 320));
    }

    void orientationIsApplied()
    {
        const Parts parts = examined(photograph());
        QCOMPARE(parts.metadata("width"_L1).toInt(), 200);
        QCOMPARE(parts.metadata("height"_L1).toInt(), 300);
    }

    void locationsAreFoundAndNothingElse()
    {
        const QByteArray bytes = photograph();
        QCOMPARE(locationsIn(bytes), (QList<Span>{{12 + 38, 2 + 24 + 4}, {12 + 68, 24}}));
        const QByteArray without = masked(bytes);
        QVERIFY(!without.contains(QByteArray("\0\0\0\x34\0\0\0\x01\0\0\0\x1f", 12)));
        const Parts parts = examined(without);
        QCOMPARE(parts.metadata("width"_L1).toInt(), 200);
        QVERIFY(QImage::fromData(without) == QImage::fromData(bytes));
        QCOMPARE(locationsIn(picture({9, 9})), QList<Span>());
        QCOMPARE(examined(bytes).head.value("hidden"_L1).toArray().size(), 2);
    }

    void damagedPhotographsAreNoDanger()
    {
        QRandomGenerator random(20261127);
        const QByteArray whole = photograph();
        for (int round = 0; round < 2'000; ++round) {
            QByteArray bytes = whole.first(random.bounded(1, 200));
            for (int change = 0; change < 6; ++change)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            for (const Span &span : locationsIn(bytes)) {
                QVERIFY(span.offset >= 0 && span.length >= 0);
                QVERIFY(span.offset + span.length <= bytes.size());
            }
        }
    }

    void blurhashes()
    {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(Qt::black);
        QCOMPARE(blurhash(image), u"L00000fQfQfQfQfQfQfQfQfQfQfQ"_s);
        image.fill(Qt::red);
        // The first term is the colour: 255 in the highest byte.
        QCOMPARE(blurhash(image).sliced(2, 4), u"TI:j"_s);
    }

    void documents()
    {
        QFile file(QStringLiteral(PLEXI_DOCUMENT));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Parts parts = examined(file.readAll());
        QCOMPARE(parts.metadata("pages"_L1).toInt(), 1);
        QCOMPARE(parts.metadata("title"_L1).toString(), u"Important document"_s);
        QCOMPARE(parts.metadata("author"_L1).toString(), u"John Doe"_s);
        QVERIFY(parts.text().contains("search for its words"));
        const QJsonArray previews = parts.head.value("previews"_L1).toArray();
        QCOMPARE(previews.size(), 2);
        const QImage page = QImage::fromData(
            parts.rest.sliced(previews[0]["size"_L1].toInteger(), previews[1]["size"_L1].toInteger()));
        QCOMPARE(page.height(), 1280);
        // The title is there, in black on white.
        int dark = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x)
                dark += qGray(page.pixel(x, y)) < 64;
        }
        QVERIFY2(dark > 1'000, qPrintable(QString::number(dark)));
    }

    void durations_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<double>("seconds");
        QTest::newRow("WAV") << sound(2'000) << 2.0;
        QTest::newRow("MP3") << media(u"tone.mp3"_s) << 1.584;
        QTest::newRow("FLAC") << media(u"tone.flac"_s) << 1.5;
        QTest::newRow("Vorbis") << media(u"tone.ogg"_s) << 1.5;
        QTest::newRow("Opus") << media(u"tone.opus"_s) << 1.507;
        QTest::newRow("AAC in MP4") << media(u"tone.m4a"_s) << 1.5;
        QTest::newRow("MP4") << media(u"clip.mp4"_s) << 2.4;
        QTest::newRow("WebM") << media(u"clip.webm"_s) << 2.4;
        QTest::newRow("Matroska") << media(u"clip.mkv"_s) << 2.4;
    }

    void durations()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const double, seconds);
        const Parts parts = examined(bytes);
        QCOMPARE(parts.metadata("duration"_L1).toDouble(), seconds);
        QCOMPARE(parts.text(), "");
    }

    /** Its frames are not there, but what it says of itself is at its beginning; or nothing is. */
    void brokenMedia()
    {
        QCOMPARE(examined(sound(2'000).first(44)).metadata("duration"_L1).toDouble(0), 0.0);
        QCOMPARE(examined(media(u"clip.mp4"_s).first(200)).head.value("metadata"_L1).toObject(), QJsonObject());
        QCOMPARE(examined("OggS" + QByteArray(100, '\0')).head.value("metadata"_L1).toObject(), QJsonObject());
        // Words that begin like one are a text.
        QCOMPARE(examined("ID3 is a tag").metadata("lines"_L1).toInt(), 1);
        QCOMPARE(examined("OggS and fLaC").metadata("lines"_L1).toInt(), 1);
    }

    void damagedMediaIsNoDanger()
    {
        QRandomGenerator random(20261128);
        const QByteArrayList whole{sound(100), media(u"tone.opus"_s), media(u"clip.mp4"_s), media(u"clip.webm"_s)};
        for (int round = 0; round < 100; ++round) {
            QByteArray bytes = whole.at(random.bounded(whole.size()));
            for (int change = 0; change < 8; ++change)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            bytes.truncate(random.bounded(bytes.size()));
            QVERIFY(!examined(bytes).head.isEmpty());
        }
    }

    void texts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("lines");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("UTF-8") << QByteArray("a\nä\n") << 2 << u"UTF-8"_s << QByteArray("a\nä\n");
        QTest::newRow("no end") << QByteArray("a\nb") << 2 << u"UTF-8"_s << QByteArray("a\nb");
        QTest::newRow("Latin-1") << QByteArray("\xe4\n") << 1 << u"ISO-8859-1"_s << QByteArray("ä\n");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "a\0\n\0",
                                              6)
                                << 1 << u"UTF-16LE"_s << QByteArray("a\n");
        QTest::newRow("no text") << QByteArray("a\x01\x02") << -1 << QString() << QByteArray();
    }

    void texts()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, lines);
        QFETCH(const QString, encoding);
        QFETCH(const QByteArray, text);
        const Parts parts = examined(bytes);
        QCOMPARE(parts.metadata("lines"_L1).toInt(-1), lines);
        QCOMPARE(parts.metadata("encoding"_L1).toString(), encoding);
        QCOMPARE(parts.text(), text);
    }

    void whatIsBrokenHasNothingToTell()
    {
        for (const QByteArray &bytes : {QByteArray("%PDF-1.7\nnot one\0", 17), picture({50, 50}).first(100),
                                        QByteArray("\x89PNG\r\n\x1a\n"), QByteArray()}) {
            const Parts parts = examined(bytes);
            QVERIFY(!parts.head.isEmpty());
            QCOMPARE(parts.head.value("previews"_L1).toArray().size(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(ExaminationTest)
#include "examination_test.moc"
