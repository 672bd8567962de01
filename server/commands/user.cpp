// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/command.h"
#include "server/commands/options.h"
#include "server/config/data_directory.h"
#include "server/realtime/event_publisher.h"
#include "server/security/key_ring.h"
#include "server/services/audit_service.h"
#include "server/services/channels_service.h"
#include "server/services/members_service.h"
#include "server/services/user_administration.h"
#include "server/services/users_service.h"

#include <QDir>
#include <QFile>

#include <optional>

using namespace Qt::StringLiterals;

namespace plexi::commands {

namespace {

/** Nobody is connected to a command. A server beside it notices at a person's next request. */
class SilentPublisher final : public realtime::EventPublisher
{
public:
    void publish(realtime::Publication) override { }
    void revokeSubscription(ChannelId, UserId) override { }
    void revokeChannel(ChannelId) override { }
    void endSession(SessionId) override { }
    void endApiKey(ApiKeyId) override { }
    void endUser(UserId) override { }
};

/** A data directory's accounts and what they stand on. */
struct Accounts {
    Accounts(std::unique_ptr<store::Database> opened, security::KeyRing keys, const QString &directory)
        : database(std::move(opened)), audit(*database, std::move(keys)), channels(*database, publisher),
          members(*database, publisher, channels, [this](UserId user) { return users.profile(user); }),
          users(*database, audit,
                [this](store::WriteTransaction &transaction, UserId user) {
                    return members.joinGeneral(transaction, user);
                }),
          administration(*database, users, audit, directory)
    {
    }

    SilentPublisher publisher;
    std::unique_ptr<store::Database> database;
    services::AuditService audit;
    services::ChannelsService channels;
    services::MembersService members;
    services::UsersService users;
    services::UserAdministration administration;
};

Result<std::unique_ptr<Accounts>> openAccounts(const QString &path)
{
    const QDir directory(QDir(path).absolutePath());
    // `user add` may come before the first `serve`: an app that hosts a workspace makes its admin that way.
    std::unique_ptr<config::DataDirectory> held;
    if (!config::DataDirectory::existing(path)) {
        auto opened = config::DataDirectory::open(path, config::World::Normal);
        if (!opened)
            return fail(opened.error());
        held = std::move(*opened);
    }
    auto database = store::Database::open({.path = config::DataDirectory::databasePath(directory.path())});
    if (!database)
        return fail(database.error());
    auto keys = security::KeyRing::loadOrCreate(directory.filePath(u"secret.key"_s));
    if (!keys)
        return fail(keys.error());
    auto accounts = std::make_unique<Accounts>(std::move(*database), std::move(*keys), directory.path());
    if (const auto general = accounts->channels.ensureGeneral(); !general)
        return fail(general.error());
    return accounts;
}

/** The first line of standard input; a password on the command line could be seen by every other process. */
Result<QString> passwordFromInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(Error::internal(u"standard input cannot be read"_s));
    QString password = QString::fromUtf8(input.readLine(1024)).remove(u'\n').remove(u'\r');
    if (password.isEmpty())
        return fail(Error::validation(u"password"_s, u"must be on the first line of standard input"_s));
    return password;
}

QString sentence(const Error &error)
{
    const QString field = error.details.value("field"_L1).toString();
    const QString reason = error.details.value("reason"_L1).toString();
    return reason.isEmpty() ? error.message : u"%1: %2"_s.arg(field, reason);
}

int finish(const Result<> &outcome, const QString &done)
{
    if (!outcome)
        return report(sentence(outcome.error()));
    printLine(stdout, done);
    return Done;
}

int add(Accounts &accounts, const Options &options)
{
    const auto password = passwordFromInput();
    if (!password)
        return report(sentence(password.error()));
    const QString username = options.value(u"username"_s);
    const auto added = accounts.administration.add({.username = username,
                                                    .password = *password,
                                                    .role = options.value(u"role"_s, u"user"_s),
                                                    .email = options.value(u"email"_s),
                                                    .displayName = options.value(u"display-name"_s)});
    if (!added)
        return report(sentence(added.error()));
    printLine(stdout, u"%1 added as %2"_s.arg(username, added->toString()));
    return Done;
}

int list(Accounts &accounts, const Options &)
{
    const auto rows = accounts.administration.list();
    if (!rows)
        return report(sentence(rows.error()));
    for (const store::users::Row &row : *rows) {
        printLine(stdout,
                  u"%1\t%2\t%3\t%4"_s.arg(row.id.toString(), row.username, row.roles.join(u','),
                                          row.isActive ? u"active"_s : u"disabled"_s));
    }
    return Done;
}

int setPassword(Accounts &accounts, const Options &options)
{
    const auto password = passwordFromInput();
    if (!password)
        return report(sentence(password.error()));
    return finish(accounts.administration.setPassword(options.value(u"username"_s), *password),
                  u"the password is changed and all sessions are ended"_s);
}

int setRole(Accounts &accounts, const Options &options)
{
    return finish(accounts.administration.setRole(options.value(u"username"_s), options.value(u"role"_s)),
                  u"the role is changed"_s);
}

int disable(Accounts &accounts, const Options &options)
{
    return finish(accounts.administration.setActive(options.value(u"username"_s), false),
                  u"the account is disabled and all its sessions are ended"_s);
}

struct Verb {
    QString name;
    QString summary;
    std::vector<Option> options;
    int (*run)(Accounts &accounts, const Options &options);
};

std::vector<Verb> verbs()
{
    const Option directory{u"data-dir"_s, u"DIR"_s, u"the data directory"_s, true};
    const Option username{u"username"_s, u"NAME"_s, u"whose account"_s, true};
    const Option role{u"role"_s, u"ROLE"_s, u"user, moderator or admin"_s};
    Option neededRole = role;
    neededRole.isRequired = true;
    return {
        {u"add"_s,
         u"Adds an account; the password is the first line of standard input."_s,
         {directory,
          username,
          role,
          {u"email"_s, u"ADDRESS"_s, u"for signing in too"_s},
          {u"display-name"_s, u"TEXT"_s, u"the name that people see"_s}},
         add},
        {u"list"_s, u"Lists all accounts: id, user name, roles, state."_s, {directory}, list},
        {u"set-password"_s,
         u"Sets a password (first line of standard input) and ends all sessions."_s,
         {directory, username},
         setPassword},
        {u"set-role"_s, u"Changes what somebody may do."_s, {directory, username, neededRole}, setRole},
        {u"disable"_s, u"Lets nobody sign in to an account any more."_s, {directory, username}, disable},
    };
}

} // namespace

int user(const QStringList &arguments)
{
    const QString name = arguments.isEmpty() ? QString() : arguments.first();
    const std::vector<Verb> table = verbs();
    const auto verb = std::find_if(table.begin(), table.end(), [&](const Verb &known) { return known.name == name; });
    if (verb == table.end()) {
        if (name != "--help"_L1)
            return report(u"user needs one of add, list, set-password, set-role, disable"_s, WrongUsage);
        for (const Verb &known : table)
            printLine(stdout, u"plexichat-server user %1 %2"_s.arg(known.name, -13).arg(known.summary));
        return Done;
    }
    const auto options = Options::parse(verb->options, arguments.sliced(1));
    if (!options)
        return report(options.error().message, WrongUsage);
    if (options->isHelp()) {
        printHelp(u"user "_s + name, verb->summary, verb->options);
        return Done;
    }
    const auto accounts = openAccounts(options->value(u"data-dir"_s));
    if (!accounts)
        return report(sentence(accounts.error()));
    return verb->run(**accounts, *options);
}

} // namespace plexi::commands
