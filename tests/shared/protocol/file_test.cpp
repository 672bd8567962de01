// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/file.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

/** What was found in a file, as JSON and as a column keeps it. */
class FileTest : public QObject
{
    Q_OBJECT

private slots:
    void metadataGoesBothWays()
    {
        const FileMetadata metadata{.pages = 3, .title = u"A"_s, .width = 640, .encoding = u"UTF-8"_s, .duration = 2.4};
        QCOMPARE(FileMetadata::fromText(metadata.toText()), metadata);
        QCOMPARE(metadata.toJson().value("duration"_L1).toDouble(), 2.4);
        QCOMPARE(FileMetadata().toJson(), QJsonObject());
    }

    void refusesWhatNoFileHas()
    {
        QVERIFY(!FileMetadata::fromJson({{"duration"_L1, -1}}));
        QVERIFY(!FileMetadata::fromJson({{"duration"_L1, "2"_L1}}));
        QVERIFY(!FileMetadata::fromJson({{"pages"_L1, 1.5}}));
        QCOMPARE(FileMetadata::fromText("{\"duration\":-1}"), FileMetadata());
    }
};

} // namespace plexi::protocol::test

QTEST_GUILESS_MAIN(plexi::protocol::test::FileTest)
#include "file_test.moc"
