// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/icon_provider.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using plexi::IconProvider;

class IconProviderTest : public QObject
{
    Q_OBJECT

private slots:
    void drawsInTheColourAndSizeAskedFor()
    {
        IconProvider provider;
        QSize size;
        const QImage image = provider.requestImage(u"hash/c92a2a"_s, &size, QSize(40, 40));
        QCOMPARE(size, QSize(40, 40));
        QCOMPARE(image.size(), QSize(40, 40));
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                if (colour.alpha() < 250)
                    continue;
                ++inked;
                QVERIFY(qAbs(colour.red() - 0xc9) < 4 && qAbs(colour.green() - 0x2a) < 4
                        && qAbs(colour.blue() - 0x2a) < 4);
            }
        }
        QVERIFY(inked > 50);
    }

    void complainsOfAnUnknownName()
    {
        IconProvider provider;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no icon named"_s));
        const QImage image = provider.requestImage(u"unicorn/000000"_s, nullptr, {});
        QCOMPARE(image.size(), QSize(20, 20));
        QCOMPARE(image.pixelColor(10, 10).alpha(), 0);
    }

    /** Every name written in the QML files is in the bundle, and nothing is bundled that no file names. */
    void bundleIsWhatTheFilesName()
    {
        QSet<QString> bundled;
        for (const QString &name : QDir(u":/plexichat/icons"_s).entryList({u"*.svg"_s}))
            bundled.insert(name.chopped(4));
        QSet<QString> named = wordsIn(u"(?:iconName|\\bname):[^\\n]*"_s, {QStringLiteral(PLEXI_QML_FOLDER)});
        // Words beside icon names in such lines.
        named -= {u"private"_s, u"direct"_s};
        QCOMPARE((named - bundled).values(), QStringList());
        // Some stand in lists, and some are chosen in C++.
        const QSet<QString> written = wordsIn(u"[^\\n]*"_s,
                                              {QStringLiteral(PLEXI_QML_FOLDER), QStringLiteral(PLEXI_APP_FOLDER)});
        QStringList unused = (bundled - written).values();
        unused.sort();
        QCOMPARE(unused.join(u' '), QString());
    }

private:
    /** What stands in quotes in those parts of the folders' files. */
    static QSet<QString> wordsIn(const QString &part, const QStringList &folders)
    {
        const QRegularExpression pattern(part);
        static const QRegularExpression quoted(u"\"([a-z0-9-]+)\""_s);
        QSet<QString> words;
        for (const QString &folder : folders) {
            QDirIterator files(folder, {u"*.qml"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadOnly))
                    qFatal("%s cannot be read", qPrintable(file.fileName()));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto lines = pattern.globalMatch(text); lines.hasNext();) {
                    const QString line = lines.next().captured();
                    for (auto names = quoted.globalMatch(line); names.hasNext();)
                        words.insert(names.next().captured(1));
                }
            }
        }
        return words;
    }
};

QTEST_MAIN(IconProviderTest)
#include "icon_provider_test.moc"
