// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config.h"

#include "server/config/oidc_section.h"
#include "server/config/setting_value.h"
#include "server/config/spelling.h"
#include "server/config/storage_section.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <toml++/toml.hpp>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace plexi::config {

namespace {

using Value = SettingValue;

/** Sets one key of @p config, or says what the value must be. */
using Setter = std::optional<QString> (*)(Config &config, const Value &value);

struct Key {
    QLatin1StringView name;
    Setter set;
};

std::optional<qint64> integer(const Value &value, qint64 min, qint64 max)
{
    bool ok = false;
    const qint64 number = value.text.toLongLong(&ok);
    if (value.isList || !ok || number < min || number > max)
        return std::nullopt;
    return number;
}

QString rangeText(qint64 min, qint64 max)
{
    return u"must be a whole number from %1 to %2"_s.arg(min).arg(max);
}

template <auto Section, auto Member, qint64 Min, qint64 Max>
std::optional<QString> setInteger(Config &config, const Value &value)
{
    const auto number = integer(value, Min, Max);
    if (!number)
        return rangeText(Min, Max);
    using Field = std::remove_reference_t<decltype((config.*Section).*Member)>;
    (config.*Section).*Member = static_cast<Field>(*number);
    return std::nullopt;
}

template <auto Section, auto Member>
std::optional<QString> setBoolean(Config &config, const Value &value)
{
    if (value.isList || (value.text != "true"_L1 && value.text != "false"_L1))
        return u"must be true or false"_s;
    (config.*Section).*Member = value.text == "true"_L1;
    return std::nullopt;
}

template <auto Section, auto Member>
std::optional<QString> setText(Config &config, const Value &value)
{
    if (value.isList)
        return u"must be a string"_s;
    (config.*Section).*Member = value.text;
    return std::nullopt;
}

template <auto Section, auto Member>
std::optional<QString> setList(Config &config, const Value &value)
{
    (config.*Section).*Member = value.isList ? value.list : value.text.split(u',', Qt::SkipEmptyParts);
    for (QString &entry : (config.*Section).*Member)
        entry = entry.trimmed();
    return std::nullopt;
}

std::optional<QString> setListen(Config &config, const Value &value)
{
    const auto address = parseListenAddress(value.text);
    if (value.isList || !address)
        return u"must be ADDRESS:PORT, such as 127.0.0.1:8000"_s;
    config.server.listenAddress = address->address;
    config.server.listenPort = address->port;
    return std::nullopt;
}

std::optional<QString> setPublicUrl(Config &config, const Value &value)
{
    const QUrl url(value.text, QUrl::StrictMode);
    const bool plain = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
    if (value.isList || !url.isValid() || url.host().isEmpty() || !plain || !url.scheme().startsWith("http"_L1))
        return u"must be a web address without a path, such as https://chat.example.com"_s;
    config.server.publicUrl = url;
    return std::nullopt;
}

std::optional<QString> setTrustedProxies(Config &config, const Value &value)
{
    setList<&Config::server, &Server::trustedProxies>(config, value);
    for (const QString &entry : std::as_const(config.server.trustedProxies)) {
        if (QHostAddress::parseSubnet(entry).first.isNull())
            return u"must be a list of addresses or networks, such as 10.0.0.0/8"_s;
    }
    return std::nullopt;
}

std::optional<QString> setAllowedOrigins(Config &config, const Value &value)
{
    setList<&Config::server, &Server::allowedOrigins>(config, value);
    for (const QString &entry : std::as_const(config.server.allowedOrigins)) {
        const QUrl url(entry, QUrl::StrictMode);
        if (url.scheme().isEmpty() || url.host().isEmpty() || !url.path().isEmpty())
            return u"must be a list of origins, such as https://app.example.com"_s;
    }
    return std::nullopt;
}

std::optional<QString> setOutgoingAllowed(Config &config, const Value &value)
{
    setList<&Config::server, &Server::outgoingAllowed>(config, value);
    for (const QString &entry : std::as_const(config.server.outgoingAllowed)) {
        const bool isNetwork = !QHostAddress::parseSubnet(entry).first.isNull();
        if (!isNetwork && QUrl("http://"_L1 + entry, QUrl::StrictMode).host() != entry.toLower())
            return u"must be a list of names, addresses or networks, such as 10.1.0.0/16"_s;
    }
    return std::nullopt;
}

std::optional<QString> setRegistration(Config &config, const Value &value)
{
    if (value.text == "open"_L1)
        config.auth.registration = Registration::Open;
    else if (value.text == "invite"_L1)
        config.auth.registration = Registration::Invite;
    else if (value.text == "closed"_L1)
        config.auth.registration = Registration::Closed;
    else
        return u"must be open, invite or closed"_s;
    return std::nullopt;
}

/** A list is taken as it is; one string is split at blanks outside of quotes, as no shell ever sees it. */
template <auto Section, auto Member>
std::optional<QString> setCommand(Config &config, const Value &value)
{
    const QStringList command = value.isList ? value.list : QProcess::splitCommand(value.text);
    if (command.isEmpty() || QStandardPaths::findExecutable(command.first()).isEmpty())
        return u"must be a program that can be run, and its arguments"_s;
    (config.*Section).*Member = command;
    return std::nullopt;
}

std::optional<QString> setClamd(Config &config, const Value &value)
{
    const qsizetype colon = value.text.lastIndexOf(u':');
    const bool isPath = value.text.startsWith(u'/');
    const bool isPort = colon > 0 && value.text.sliced(colon + 1).toUShort() > 0;
    if (value.isList || (!isPath && !isPort && !value.text.isEmpty()))
        return u"must be the path of a socket, such as /run/clamav/clamd.ctl, or HOST:PORT"_s;
    config.scanner.clamd = value.text;
    return std::nullopt;
}

/** There is one kind so far; whoever names it is right, and whoever wants another is told. */
std::optional<QString> setDatabase(Config & /*config*/, const Value &value)
{
    return value.text == "sqlite"_L1 ? std::nullopt : std::optional(u"must be sqlite: this version knows no other"_s);
}

std::optional<QString> setStorageFiles(Config &config, const Value &value)
{
    return setFiles(config.storage, value.isList ? QString() : value.text);
}

std::optional<QString> setLogFormat(Config &config, const Value &value)
{
    if (value.text != "text"_L1 && value.text != "json"_L1)
        return u"must be text or json"_s;
    config.log.format = value.text == "json"_L1 ? LogFormat::Json : LogFormat::Text;
    return std::nullopt;
}

std::optional<QString> setLogLevel(Config &config, const Value &value)
{
    constexpr std::array<std::pair<QLatin1StringView, LogLevel>, 4> kLevels{{
        {"debug"_L1, LogLevel::Debug},
        {"info"_L1, LogLevel::Info},
        {"warning"_L1, LogLevel::Warning},
        {"error"_L1, LogLevel::Error},
    }};
    for (const auto &[name, level] : kLevels) {
        if (value.text == name) {
            config.log.level = level;
            return std::nullopt;
        }
    }
    return u"must be debug, info, warning or error"_s;
}

constexpr int kMany = std::numeric_limits<int>::max();
constexpr qint64 kHuge = 1LL << 50;

template <auto Member>
constexpr Setter kLimit = setInteger<&Config::limits, Member, 0, kMany>;

constexpr std::array kKeys{
    Key{"server.listen"_L1, setListen},
    Key{"server.public_url"_L1, setPublicUrl},
    Key{"server.tls_certificate"_L1, setText<&Config::server, &Server::tlsCertificate>},
    Key{"server.tls_key"_L1, setText<&Config::server, &Server::tlsKey>},
    Key{"server.trusted_proxies"_L1, setTrustedProxies},
    Key{"server.allowed_origins"_L1, setAllowedOrigins},
    Key{"server.outgoing_allowed"_L1, setOutgoingAllowed},
    Key{"server.loops"_L1, setInteger<&Config::server, &Server::loops, 0, 256>},
    Key{"auth.registration"_L1, setRegistration},
    Key{"auth.access_token_seconds"_L1, setInteger<&Config::auth, &Auth::accessTokenSeconds, 1, 86'400>},
    Key{"auth.refresh_token_seconds"_L1, setInteger<&Config::auth, &Auth::refreshTokenSeconds, 1, 366 * 86'400>},
    Key{"auth.sms.command"_L1, setCommand<&Config::auth, &Auth::smsCommand>},
    Key{"limits.authentication"_L1, kLimit<&Limits::authentication>},
    Key{"limits.messages"_L1, kLimit<&Limits::messages>},
    Key{"limits.file_upload"_L1, kLimit<&Limits::fileUpload>},
    Key{"limits.search"_L1, kLimit<&Limits::search>},
    Key{"limits.admin"_L1, kLimit<&Limits::admin>},
    Key{"limits.general"_L1, kLimit<&Limits::general>},
    Key{"limits.max_file_size"_L1, setInteger<&Config::limits, &Limits::maxFileSize, 1, kHuge>},
    Key{"limits.max_multipart_size"_L1, setInteger<&Config::limits, &Limits::maxMultipartSize, 1, kHuge>},
    Key{"limits.max_storage_per_user"_L1, setInteger<&Config::limits, &Limits::maxStoragePerUser, 0, kHuge>},
    Key{"limits.max_connections_per_address"_L1,
        setInteger<&Config::limits, &Limits::maxConnectionsPerAddress, 0, kMany>},
    Key{"messages.retention_days"_L1, setInteger<&Config::messages, &Messages::retentionDays, 0, 36'500>},
    Key{"storage.database"_L1, setDatabase},
    Key{"storage.files"_L1, setStorageFiles},
    Key{"storage.s3_access_key"_L1, setText<&Config::storage, &Storage::s3AccessKey>},
    Key{"storage.s3_secret_key"_L1, setText<&Config::storage, &Storage::s3SecretKey>},
    Key{"scanner.clamd"_L1, setClamd},
    Key{"files.office_text_command"_L1, setCommand<&Config::files, &Files::officeTextCommand>},
    Key{"messages.link_previews"_L1, setBoolean<&Config::messages, &Messages::linkPreviews>},
    Key{"log.format"_L1, setLogFormat},
    Key{"log.level"_L1, setLogLevel},
};

QLatin1StringView nearestKey(const QString &name)
{
    const auto nearest = std::min_element(kKeys.begin(), kKeys.end(), [&](const Key &a, const Key &b) {
        return editDistance(name, QString(a.name)) < editDistance(name, QString(b.name));
    });
    return nearest->name;
}

Error configError(const QString &sentence)
{
    return {.code = ErrorCode::ValidationError, .message = sentence};
}

Result<> apply(Config &config, const QString &source, const QString &name, const Value &value)
{
    if (isOidcKey(name) && !value.isList) {
        const auto reason = setOidcKey(config.auth, name, value.text);
        return reason ? fail(configError(u"%1: %2 %3"_s.arg(source, name, *reason))) : Result<>();
    }
    const auto key = std::find_if(kKeys.begin(), kKeys.end(), [&](const Key &known) { return known.name == name; });
    if (key == kKeys.end())
        return fail(configError(u"%1: unknown key %2; did you mean %3?"_s.arg(source, name, nearestKey(name))));
    if (const auto reason = key->set(config, value))
        return fail(configError(u"%1: %2 %3"_s.arg(source, name, *reason)));
    return {};
}

Result<> applyTable(Config &config, const QString &source, const QString &prefix, const toml::table &table)
{
    for (const auto &[key, node] : table) {
        const QString part = QString::fromUtf8(key.str().data(), static_cast<qsizetype>(key.str().size()));
        const QString name = prefix.isEmpty() ? part : prefix + u'.' + part;
        if (const auto *inner = node.as_table()) {
            if (auto applied = applyTable(config, source, name, *inner); !applied)
                return applied;
            continue;
        }
        const auto value = settingValue(node);
        if (!value)
            return fail(
                configError(u"%1: %2 must be a string, a number, true, false or a list of those"_s.arg(source, name)));
        if (auto applied = apply(config, source, name, *value); !applied)
            return applied;
    }
    return {};
}

Result<> applyFile(Config &config, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(configError(u"%1: %2"_s.arg(path, file.errorString())));
    const QByteArray text = file.readAll();
    try {
        const toml::table table = toml::parse(std::string_view(text.constData(), static_cast<size_t>(text.size())));
        return applyTable(config, path, {}, table);
    } catch (const toml::parse_error &fault) {
        const auto line = fault.source().begin.line;
        const QString reason = QString::fromUtf8(fault.description().data(), qsizetype(fault.description().size()));
        return fail(configError(u"%1: line %2: %3"_s.arg(path).arg(line).arg(reason)));
    }
}

/** "PLEXICHAT_LIMITS_MAX_FILE_SIZE" to "limits.max_file_size"; nothing for names outside our sections. */
std::optional<QString> keyOfVariable(const QString &variable)
{
    if (!variable.startsWith("PLEXICHAT_"_L1))
        return std::nullopt;
    const QString rest = variable.sliced(10).toLower();
    if (auto key = oidcKeyOfVariable(rest))
        return key;
    const qsizetype end = rest.indexOf(u'_');
    if (end <= 0)
        return std::nullopt;
    const QString section = rest.left(end);
    // Parts of a key's name have underscores themselves, so the key is looked for rather than put together.
    const auto known = std::find_if(kKeys.begin(), kKeys.end(),
                                    [&](const Key &each) { return QString(each.name).replace(u'.', u'_') == rest; });
    if (known != kKeys.end())
        return QString(known->name);
    const bool ours = std::any_of(kKeys.begin(), kKeys.end(),
                                  [&](const Key &key) { return QString(key.name).startsWith(section + u'.'); });
    if (!ours)
        return std::nullopt;
    return section + u'.' + rest.sliced(end + 1);
}

Result<> checkWhole(const Config &config)
{
    if (config.server.tlsCertificate.isEmpty() != config.server.tlsKey.isEmpty())
        return fail(configError(u"server.tls_certificate and server.tls_key must be given together"_s));
    if (const auto fault = oidcFault(config.auth))
        return fail(configError(*fault));
    if (const auto fault = storageFault(config))
        return fail(configError(*fault));
    return {};
}

} // namespace

Result<ListenAddress> parseListenAddress(const QString &text)
{
    const Error fault = configError(u"'%1' is no ADDRESS:PORT, such as 127.0.0.1:8000"_s.arg(text));
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return fail(fault);
    bool ok = false;
    const quint16 port = text.sliced(colon + 1).toUShort(&ok);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    const QHostAddress address(host);
    if (!ok || address.isNull())
        return fail(fault);
    return ListenAddress{address, port};
}

Result<Config> load(const QString &file, const QProcessEnvironment &environment, Config defaults)
{
    Config config = std::move(defaults);
    if (!file.isEmpty()) {
        if (auto applied = applyFile(config, file); !applied)
            return fail(applied.error());
    }
    QStringList variables = environment.keys();
    variables.sort();
    for (const QString &variable : std::as_const(variables)) {
        const auto name = keyOfVariable(variable);
        if (!name)
            continue;
        const Value value{environment.value(variable), {}, false};
        if (auto applied = apply(config, u"environment variable "_s + variable, *name, value); !applied)
            return fail(applied.error());
    }
    if (auto checked = checkWhole(config); !checked)
        return fail(checked.error());
    return config;
}

QStringList knownKeys()
{
    QStringList names;
    for (const Key &key : kKeys)
        names.append(key.name);
    return names;
}

} // namespace plexi::config
