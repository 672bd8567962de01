// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/dashed_frame.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using plexi::DashedFrame;

class DashedFrameTest : public QObject
{
    Q_OBJECT

    static QImage painted(DashedFrame &frame)
    {
        QImage image(200, 100, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        frame.paint(&painter);
        return image;
    }

private slots:
    void drawsDashesWithinItself()
    {
        DashedFrame frame;
        frame.setSize(QSizeF(200, 100));
        frame.setColor(Qt::red);
        frame.setStroke(2);
        frame.setRadius(10);
        const QImage image = painted(frame);
        int inked = 0;
        int changes = 0;
        for (int x = 20; x < 180; ++x) {
            const bool isInk = image.pixelColor(x, 0).alpha() > 128;
            const bool wasInk = image.pixelColor(x - 1, 0).alpha() > 128;
            inked += isInk ? 1 : 0;
            changes += isInk != wasInk ? 1 : 0;
            QCOMPARE(image.pixelColor(x, 50).alpha(), 0);
        }
        // Dashes of 8 and gaps of 6, all along the edge.
        QVERIFY2(inked > 70 && inked < 110, qPrintable(QString::number(inked)));
        QVERIFY2(changes > 18 && changes < 28, qPrintable(QString::number(changes)));
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    }
};

QTEST_MAIN(DashedFrameTest)
#include "dashed_frame_test.moc"
