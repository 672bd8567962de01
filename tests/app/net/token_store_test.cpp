// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/token_store.h"

#include "app/token_vault.h"
#include "tests/app/support/await.h"
#include "tests/app/support/keyring.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using plexi::test::await;

namespace {

/** The test program itself as another program: prints the refresh token of an account in a service's keychain. */
const QString kReadMode = u"--read"_s;

protocol::Tokens tokens(const QString &name)
{
    return {.accessToken = "access "_L1 + name, .refreshToken = "refresh "_L1 + name, .expiresIn = 1800};
}

QCoro::Task<bool> done(QCoro::Task<> task)
{
    co_await task;
    co_return true;
}

} // namespace

class TokenStoreTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::Keyring> m_keyring;
    QTemporaryDir m_directory;

    QString path(const QString &name) const { return m_directory.filePath(name); }

    void keepsAndForgets(TokenStore &store)
    {
        auto loaded = await(store.load(u"ann@http://a"_s));
        QVERIFY(loaded);
        QVERIFY(!*loaded);
        QVERIFY(await(store.save(u"ann@http://a"_s, tokens(u"one"_s))));
        QVERIFY(await(store.save(u"bob@http://a"_s, tokens(u"two"_s))));
        QVERIFY(await(store.save(u"ann@http://a"_s, tokens(u"three"_s))));
        loaded = await(store.load(u"ann@http://a"_s));
        QVERIFY(loaded && *loaded);
        QCOMPARE((*loaded)->refreshToken, u"refresh three"_s);
        QVERIFY(await(store.remove(u"ann@http://a"_s)));
        QVERIFY(await(store.remove(u"ann@http://a"_s)));
        QVERIFY(!*await(store.load(u"ann@http://a"_s)));
        QCOMPARE((*await(store.load(u"bob@http://a"_s)))->accessToken, u"access two"_s);
    }

private slots:
    void initTestCase()
    {
        if (!test::Keyring::isInstalled())
            return;
        m_keyring = std::make_unique<test::Keyring>();
        QVERIFY(m_keyring->startBus());
        QVERIFY(m_keyring->startDaemon());
    }

    void cleanupTestCase() { m_keyring.reset(); }

    void keychain()
    {
        if (!m_keyring)
            QSKIP("dbus-daemon or gnome-keyring-daemon is not installed");
        KeychainTokenStore store(u"plexichat-test"_s);
        QVERIFY(await(store.isUsable()));
        keepsAndForgets(store);
        // Profiles do not see each other's.
        KeychainTokenStore other(u"plexichat-other"_s);
        QVERIFY(!*await(other.load(u"bob@http://a"_s)));
    }

    void vaultTakesTheKeychain()
    {
        if (!m_keyring)
            QSKIP("dbus-daemon or gnome-keyring-daemon is not installed");
        AppSettings settings(path(u"with.ini"_s));
        TokenVault vault(u"plexichat-vault"_s, path(u"with.json"_s), &settings);
        QVERIFY(await(done(vault.find())));
        QCOMPARE(vault.storage(), TokenVault::Storage::Keychain);
        QVERIFY(await(vault.store().save(u"a"_s, tokens(u"a"_s))));
        QVERIFY(!QFile::exists(path(u"with.json"_s)));
        // Nothing worse is taken where there is a keychain.
        vault.choose(TokenVault::Storage::File);
        QCOMPARE(vault.storage(), TokenVault::Storage::Keychain);
        QVERIFY(await(done(vault.forget(u"a"_s))));
        QVERIFY(!*await(vault.store().load(u"a"_s)));
    }

    void keychainOutlivesPrograms()
    {
        if (!m_keyring)
            QSKIP("dbus-daemon or gnome-keyring-daemon is not installed");
        KeychainTokenStore store(u"plexichat-test"_s);
        QVERIFY(await(store.save(u"carl@http://a"_s, tokens(u"kept"_s))));
        // Both end, and what they begin with again is on the disk.
        m_keyring->stopDaemon();
        QVERIFY(m_keyring->startDaemon());
        QProcess reader;
        reader.start(QCoreApplication::applicationFilePath(), {kReadMode, u"plexichat-test"_s, u"carl@http://a"_s});
        QVERIFY(reader.waitForFinished());
        QCOMPARE(reader.readAllStandardOutput().trimmed(), "refresh kept");
    }

    void vaultAsksWhereThereIsNoKeychain()
    {
        if (m_keyring)
            m_keyring->stopDaemon();
        AppSettings settings(path(u"without.ini"_s));
        {
            TokenVault vault(u"plexichat-vault"_s, path(u"without.json"_s), &settings);
            QVERIFY(await(done(vault.find())));
            QCOMPARE(vault.storage(), TokenVault::Storage::NeedsChoice);
            // Until there is a choice, nothing reaches the disk.
            QVERIFY(await(vault.store().save(u"a"_s, tokens(u"a"_s))));
            QVERIFY(!QFile::exists(path(u"without.json"_s)));
            vault.choose(TokenVault::Storage::File);
            QVERIFY(await(vault.store().save(u"a"_s, tokens(u"a"_s))));
            QVERIFY(QFile::exists(path(u"without.json"_s)));
        }
        TokenVault again(u"plexichat-vault"_s, path(u"without.json"_s), &settings);
        QVERIFY(await(done(again.find())));
        QCOMPARE(again.storage(), TokenVault::Storage::File);
        QVERIFY(*await(again.store().load(u"a"_s)));
        again.choose(TokenVault::Storage::SessionOnly);
        QVERIFY(!*await(again.store().load(u"a"_s)));
    }

    void file()
    {
        FileTokenStore store(path(u"deep/tokens.json"_s));
        keepsAndForgets(store);
        const auto mode = QFileInfo(path(u"deep/tokens.json"_s)).permissions();
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QVERIFY(!(mode & others));
        QVERIFY(*await(FileTokenStore(path(u"deep/tokens.json"_s)).load(u"bob@http://a"_s)));
    }

    void aFileThatOthersCouldReadIsClosed()
    {
        QFile loose(path(u"loose.json"_s));
        QVERIFY(loose.open(QIODevice::WriteOnly));
        loose.write("{}");
        loose.close();
        QVERIFY(loose.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
        FileTokenStore store(path(u"loose.json"_s));
        QVERIFY(await(store.save(u"a"_s, tokens(u"a"_s))));
        QVERIFY(!(QFileInfo(path(u"loose.json"_s)).permissions() & QFileDevice::ReadOther));
    }

    void aDamagedFileHoldsNothing()
    {
        QFile damaged(path(u"damaged.json"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"a\":{\"access_token\"");
        damaged.close();
        FileTokenStore store(path(u"damaged.json"_s));
        const auto loaded = await(store.load(u"a"_s));
        QVERIFY(loaded);
        QVERIFY(!*loaded);
        QVERIFY(await(store.save(u"a"_s, tokens(u"a"_s))));
        QVERIFY(*await(store.load(u"a"_s)));
    }

    void aFolderThatCannotBeWrittenIsAFault()
    {
        FileTokenStore store(u"/proc/nowhere/tokens.json"_s);
        const auto saved = await(store.save(u"a"_s, tokens(u"a"_s)));
        QVERIFY(!saved);
        QVERIFY(!saved.error().message.contains("refresh"_L1));
    }

    void sessionOnly()
    {
        SessionTokenStore store;
        keepsAndForgets(store);
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == kReadMode) {
        KeychainTokenStore store(arguments[2]);
        const auto loaded = await(store.load(arguments[3]));
        const QString found = loaded && *loaded ? (*loaded)->refreshToken : u"nothing"_s;
        std::fputs(found.toUtf8().constData(), stdout);
        return 0;
    }
    TokenStoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "token_store_test.moc"
