// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/pictures.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using inspector::avatar;

namespace {

/** Red on the left, blue on the right. */
QImage twoHalves(int width, int height, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(width, height, format);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixelColor(x, y, x < width / 2 ? Qt::red : Qt::blue);
    }
    return image;
}

QByteArray written(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(95);
    if (!writer.write(image))
        qFatal("a test picture could not be written");
    return bytes;
}

bool isRed(QColor color)
{
    return color.red() > 200 && color.blue() < 60;
}

bool isBlue(QColor color)
{
    return color.blue() > 200 && color.red() < 60;
}

} // namespace

class PicturesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { inspector::loadDecoders(); }

    void isSquareAndSmall_data()
    {
        QTest::addColumn<QByteArray>("original");
        QTest::addColumn<int>("side");
        QTest::newRow("wide JPEG") << written(twoHalves(2000, 1200), "jpeg") << 512;
        QTest::newRow("tall PNG") << written(twoHalves(700, 3000), "png") << 512;
        QTest::newRow("WebP") << written(twoHalves(600, 600), "webp") << 512;
        QTest::newRow("small one is not blown up") << written(twoHalves(100, 64), "png") << 64;
        QTest::newRow("one pixel") << written(twoHalves(1, 1), "png") << 1;
        QTest::newRow("a line") << written(twoHalves(3000, 1), "png") << 1;
    }

    void isSquareAndSmall()
    {
        QFETCH(QByteArray, original);
        QFETCH(int, side);
        const auto made = avatar(original, 512);
        QVERIFY(made);
        QCOMPARE(made->contentType, "image/jpeg");
        QCOMPARE(QImage::fromData(made->bytes).size(), QSize(side, side));
    }

    void showsTheMiddle()
    {
        const QImage made = QImage::fromData(avatar(written(twoHalves(1000, 500), "png"), 256)->bytes);
        QVERIFY(isRed(made.pixelColor(10, 128)));
        QVERIFY(isBlue(made.pixelColor(245, 128)));
    }

    void isTurnedAsItsOrientationSays()
    {
        // An Exif segment whose one entry says that the picture is to be turned by 90 degrees clockwise.
        QByteArray original = written(twoHalves(400, 400), "jpeg");
        original.insert(
            2, QByteArray::fromHex("ffe1002245786966000049492a0008000000010012010300010000000600000000000000"));
        QVERIFY(original.contains("Exif"));
        const auto made = avatar(original, 128);
        QVERIFY(made);
        QVERIFY(!made->bytes.contains("Exif"));
        const QImage image = QImage::fromData(made->bytes);
        QVERIFY(isRed(image.pixelColor(64, 10)));
        QVERIFY(isBlue(image.pixelColor(64, 118)));
    }

    void nothingButPixelsIsKept()
    {
        QImage image = twoHalves(300, 300, QImage::Format_ARGB32);
        image.setPixelColor(0, 0, Qt::transparent);
        image.setText(u"Comment"_s, u"taken at home"_s);
        const QByteArray original = written(image, "png");
        QVERIFY(original.contains("taken at home"));
        const auto made = avatar(original, 512);
        QVERIFY(made);
        QCOMPARE(made->contentType, "image/png");
        QVERIFY(!made->bytes.contains("taken at home"));
        QVERIFY(QImage::fromData(made->bytes).textKeys().isEmpty());
        QCOMPARE(QImage::fromData(made->bytes).pixelColor(0, 0).alpha(), 0);
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("original");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nothing") << QByteArray() << ErrorCode::UnsupportedMediaType;
        QTest::newRow("text") << QByteArray("hello") << ErrorCode::UnsupportedMediaType;
        QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
                             << ErrorCode::UnsupportedMediaType;
        QTest::newRow("BMP") << written(twoHalves(9, 9), "bmp") << ErrorCode::UnsupportedMediaType;
        QTest::newRow("PNG's first bytes") << QByteArray("\x89PNG\r\n\x1a\n") << ErrorCode::ValidationError;
        const QByteArray whole = written(twoHalves(200, 200), "png");
        QTest::newRow("half a PNG") << whole.first(whole.size() / 2) << ErrorCode::ValidationError;
        QTest::newRow("RIFF that is no picture")
            << QByteArray("RIFF\4\0\0\0WEBPVP8 ", 16) << ErrorCode::ValidationError;
        // Its header says 60,000 by 60,000 pixels; the check sum of the header is right.
        QTest::newRow("bomb") << QByteArray::fromHex(
            "89504e470d0a1a0a0000000d494844520000ea600000ea6008020000000fb0e2150000000049444154")
                              << ErrorCode::ValidationError;
    }

    void isRefused()
    {
        QFETCH(QByteArray, original);
        QFETCH(ErrorCode, code);
        const auto made = avatar(original, 512);
        QVERIFY(!made);
        QCOMPARE(made.error().code, code);
        QCOMPARE(made.error().details.value("field"_L1).toString(), u"file"_s);
    }
};

QTEST_GUILESS_MAIN(PicturesTest)
#include "pictures_test.moc"
