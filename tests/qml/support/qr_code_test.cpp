// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/qr_code.h"

#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using plexi::QrCode;

class QrCodeTest : public QObject
{
    Q_OBJECT

private slots:
    void isASquareWithAQuietZone()
    {
        QrCode code;
        QVERIFY(code.image().isNull());
        code.setText(u"otpauth://totp/PlexiChat:john?secret=JBSWY3DPEHPK3PXP&issuer=PlexiChat"_s);
        const QImage &image = code.image();
        const int quiet = QrCode::kQuietZone;
        QCOMPARE(image.width(), image.height());
        // Versions are 17 + 4 n modules wide.
        QCOMPARE((image.width() - 2 * quiet - 17) % 4, 0);
        QCOMPARE(code.implicitWidth(), image.width() * QrCode::kModule);
        for (int i = 0; i < image.width(); ++i) {
            for (int edge = 0; edge < quiet; ++edge) {
                QCOMPARE(image.pixel(i, edge), qRgb(255, 255, 255));
                QCOMPARE(image.pixel(edge, i), qRgb(255, 255, 255));
            }
        }
        // The finder pattern: a black frame of 7 with a white one in it and a black heart.
        for (int i = 0; i < 7; ++i)
            QCOMPARE(image.pixel(quiet + i, quiet), qRgb(0, 0, 0));
        QCOMPARE(image.pixel(quiet + 1, quiet + 1), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(quiet + 3, quiet + 3), qRgb(0, 0, 0));
    }

    void paintsWholeModules()
    {
        QrCode code;
        code.setText(u"PlexiChat"_s);
        code.setSize({code.implicitWidth(), code.implicitHeight()});
        QImage canvas(code.size().toSize(), QImage::Format_RGB32);
        canvas.fill(Qt::red);
        QPainter painter(&canvas);
        code.paint(&painter);
        painter.end();
        for (int y = 0; y < canvas.height(); ++y) {
            for (int x = 0; x < canvas.width(); ++x)
                QCOMPARE(canvas.pixel(x, y), code.image().pixel(x / QrCode::kModule, y / QrCode::kModule));
        }
    }

    void aTextThatIsTooLongIsNoCode()
    {
        QrCode code;
        code.setText(QString(10'000, u'x'));
        QVERIFY(code.image().isNull());
        QCOMPARE(code.implicitWidth(), 0);
    }
};

QTEST_MAIN(QrCodeTest)
#include "qr_code_test.moc"
