// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/data_directory.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using config::DataDirectory;
using config::World;

class DataDirectoryTest : public QObject
{
    Q_OBJECT

private slots:
    void isMadeForItsOwnerOnly()
    {
        const QTemporaryDir parent;
        const QString path = parent.filePath(u"a/b"_s);
        QVERIFY(DataDirectory::open(path, World::Normal));
        QCOMPARE(QFile::permissions(path)
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void belongsToOneServer()
    {
        const QTemporaryDir parent;
        auto first = DataDirectory::open(parent.path(), World::Normal);
        QVERIFY(first);
        const auto second = DataDirectory::open(parent.path(), World::Normal);
        QVERIFY(!second);
        QVERIFY(second.error().message.contains("another server"_L1));
        first->reset();
        QVERIFY(DataDirectory::open(parent.path(), World::Normal));
    }

    void keepsTheDevWorldApart()
    {
        const QTemporaryDir parent;
        QVERIFY(DataDirectory::open(parent.filePath(u"dev"_s), World::Dev));
        QVERIFY(DataDirectory::open(parent.filePath(u"dev"_s), World::Dev));
        QVERIFY(!DataDirectory::open(parent.filePath(u"dev"_s), World::Normal));

        QVERIFY(QDir(parent.path()).mkpath(u"normal/files"_s));
        QVERIFY(DataDirectory::open(parent.filePath(u"normal"_s), World::Normal));
        QVERIFY(!DataDirectory::open(parent.filePath(u"normal"_s), World::Dev));
    }

    void refusesWhatCannotBeMade()
    {
        const QTemporaryDir parent;
        QFile file(parent.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!DataDirectory::open(parent.filePath(u"file/inside"_s), World::Normal));
    }

    void commandsWantADatabase()
    {
        const QTemporaryDir parent;
        QVERIFY(!DataDirectory::existing(parent.path()));
        QFile database(DataDirectory::databasePath(parent.path()));
        QVERIFY(database.open(QIODevice::WriteOnly));
        QVERIFY(DataDirectory::existing(parent.path()));
    }
};

QTEST_GUILESS_MAIN(DataDirectoryTest)
#include "data_directory_test.moc"
