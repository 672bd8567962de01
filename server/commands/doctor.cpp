// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/command.h"
#include "server/commands/options.h"
#include "server/composition/part_options.h"
#include "server/config/data_directory.h"
#include "server/security/key_ring.h"
#include "server/services/audit_service.h"
#include "server/services/file_check.h"
#include "server/store/consistency.h"
#include "server/store/database.h"

using namespace Qt::StringLiterals;

namespace plexi::commands {

int doctor(const QStringList &arguments)
{
    const std::vector<Option> known{{u"data-dir"_s, u"DIR"_s, u"the data directory to check"_s, true},
                                    {u"config"_s, u"FILE"_s, u"settings in TOML, where files are not in it"_s}};
    const auto options = Options::parse(known, arguments);
    if (!options)
        return report(options.error().message, WrongUsage);
    if (options->isHelp()) {
        printHelp(u"doctor"_s, u"Checks a data directory, beside a running server too; changes nothing."_s, known);
        return Done;
    }
    const auto config = config::load(options->value(u"config"_s), QProcessEnvironment::systemEnvironment());
    if (!config)
        return report(config.error().message);
    const auto directory = config::DataDirectory::existing(options->value(u"data-dir"_s));
    if (!directory)
        return report(directory.error().message);

    const auto connection = store::Connection::open(config::DataDirectory::databasePath(*directory),
                                                    store::Connection::Mode::ReadOnly);
    if (!connection)
        return report(connection.error().message);
    auto findings = store::checkConsistency(**connection);
    if (!findings)
        return report(findings.error().message);
    const auto audit = services::AuditService::check(**connection,
                                                     security::KeyRing::load(*directory + "/secret.key"_L1));
    if (!audit)
        return report(audit.error().message);
    findings->append(*audit);
    const auto store = composition::blobStore(config->storage, *directory);
    if (auto prepared = store->prepare(); !prepared)
        return report(prepared.error().message);
    const auto contents = services::checkFiles(**connection, *store);
    if (!contents)
        return report(contents.error().message);
    findings->append(*contents);
    for (const QString &finding : *findings)
        printLine(stdout, finding);
    if (!findings->isEmpty())
        return report(u"%1 findings in %2"_s.arg(findings->size()).arg(*directory));
    printLine(stdout, u"%1: all is well"_s.arg(*directory));
    return Done;
}

} // namespace plexi::commands
