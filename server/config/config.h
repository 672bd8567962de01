// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QHostAddress>
#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <optional>

/**
 * The server's settings (contract, section 8): defaults < TOML file < environment < flags, each key validated on its
 * own, unknown keys refused with the nearest known name.
 */
namespace plexi::config {

enum class Registration { Open, Invite, Closed };
enum class LogFormat { Text, Json };
enum class LogLevel { Debug, Info, Warning, Error };

struct Server {
    QHostAddress listenAddress = QHostAddress(QHostAddress::LocalHost);
    quint16 listenPort = 8000;
    /** How people reach the server; empty where that is the listening address. */
    QUrl publicUrl;
    QString tlsCertificate;
    QString tlsKey;
    /** Addresses or networks ("10.0.0.0/8") whose forwarding headers are believed. */
    QStringList trustedProxies;
    QStringList allowedOrigins;
    /** Names, addresses and networks that people's links may lead to although they are not on the Internet. */
    QStringList outgoingAllowed;
    /** Threads that serve connections; 0: one for each core. */
    int loops = 0;
};

/** Somebody who says who people are: an OpenID provider. */
struct OidcProvider {
    /** From the section's name, `[a-z0-9-]{1,32}`. */
    QString name;
    /** As the provider writes it; compared byte for byte. */
    QString issuer;
    QString clientId;
    /** Empty for a client that has none. A secret: never log it. */
    QString clientSecret;
    /** Whether people whom nobody here knows get an account although registration is not open. */
    bool createAccounts = false;
};

struct Auth {
    Registration registration = Registration::Invite;
    int accessTokenSeconds = 1800;
    /** Without `remember_me`; with it a refresh token lives 30 days. */
    int refreshTokenSeconds = 24 * 3600;
    /** The program that sends codes by text message, and its arguments; empty: none are sent. */
    QStringList smsCommand;
    /** By name. */
    QList<OidcProvider> oidc = {};
};

/** Requests per minute for each category of the reference; 0 lifts that one. Sizes in bytes. */
struct Limits {
    int authentication = 10;
    int messages = 100;
    int fileUpload = 20;
    int search = 50;
    int admin = 200;
    int general = 300;
    qint64 maxFileSize = 2LL << 30;
    qint64 maxMultipartSize = 64LL << 20;
    /** All files of one person; 0: any. */
    qint64 maxStoragePerUser = 20LL << 30;
    int maxConnectionsPerAddress = 256;
};

struct Messages {
    /** Days after which messages are removed from channels that have no days of their own; 0: they stay for ever. */
    int retentionDays = 0;
    /** Whether the pages that messages link to are looked at, and shown under them. */
    bool linkPreviews = false;
};

struct Log {
    LogFormat format = LogFormat::Text;
    LogLevel level = LogLevel::Info;
};

/** A bucket of an S3-compatible server. */
struct S3Bucket {
    /** Scheme, host and perhaps a port. */
    QUrl endpoint;
    QString name;
    /** What the names of objects begin with; without a slash at either end, may be empty. */
    QString prefix;
    QString region;
};

struct Storage {
    /** Where the bytes of files are; nothing: in the data directory. */
    std::optional<S3Bucket> bucket = {};
    QString s3AccessKey = {};
    /** A secret: never log it. */
    QString s3SecretKey = {};
};

struct Scanner {
    /** ClamAV's daemon: the path of its socket, or "HOST:PORT"; empty: files are not scanned. */
    QString clamd;
};

struct Files {
    /** The program that writes an office document's words, and its arguments; empty: they are not looked into. */
    QStringList officeTextCommand;
};

struct Config {
    Server server;
    Auth auth;
    Limits limits;
    Messages messages;
    Storage storage;
    Scanner scanner;
    Files files;
    Log log;
};

/** "ADDR:PORT" ("127.0.0.1:8000", "[::1]:0"), "localhost:PORT" included. */
struct ListenAddress {
    QHostAddress address;
    quint16 port = 0;
};
Result<ListenAddress> parseListenAddress(const QString &text);

/**
 * Reads file and environment over @p defaults. @p file may be empty: no file. Fails with ValidationError and one
 * sentence that names the source, the key and what it must be.
 */
Result<Config> load(const QString &file, const QProcessEnvironment &environment, Config defaults = {});

/** The names of all keys, as "section.key", in the order of the documentation. */
QStringList knownKeys();

} // namespace plexi::config
