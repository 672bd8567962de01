// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/inspector.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

Q_LOGGING_CATEGORY(lcInspector, "plexichat.files")

/** Milliseconds after which it is looked whether the server stops. */
constexpr int kPatience = 200;

/** What the helper gets of our environment: where its libraries are, and no secret. */
const QStringList kHelperVariables{u"LD_LIBRARY_PATH"_s, u"QT_PLUGIN_PATH"_s};
/** What programs of the system need, and no secret either. */
const QStringList kCommandVariables{u"PATH"_s, u"HOME"_s, u"LANG"_s};

QProcessEnvironment bareEnvironment(const QStringList &names)
{
    QProcessEnvironment bare;
    for (const QString &name : names) {
        if (const QString value = qEnvironmentVariable(name.toLatin1().constData()); !value.isEmpty())
            bare.insert(name, value);
    }
    return bare;
}

Error unreadable()
{
    return Error::validation(u"file"_s, u"The file cannot be read"_s);
}

Error noHelper()
{
    return {.code = ErrorCode::ServiceUnavailable, .message = u"Files cannot be looked into on this server"_s};
}

/** The helper's first line is JSON, and the picture follows. Trusted no more than the file itself. */
Result<Picture> pictureFrom(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(answer.first(std::max<qsizetype>(end, 0))).object();
    const QString type = head.value("content_type"_L1).toString();
    if (type == "image/jpeg"_L1 || type == "image/png"_L1)
        return Picture{answer.sliced(end + 1), type.toLatin1()};
    const QString code = head.value("code"_L1).toString();
    if (code.isEmpty())
        return fail(unreadable());
    return fail({.code = errorCodeFromName(code),
                 .message = head.value("message"_L1).toString(),
                 .details = head.value("details"_L1).toObject()});
}

/** Nothing where the line or what is to follow it is not as it must be. */
Result<Findings> findingsFrom(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(answer.first(std::max<qsizetype>(end, 0))).object();
    auto metadata = protocol::FileMetadata::fromJson(head.value("metadata"_L1).toObject());
    if (head.isEmpty() || !metadata)
        return fail(unreadable());
    Findings findings{.metadata = std::move(*metadata)};
    QByteArrayView rest = QByteArrayView(answer).sliced(end + 1);
    const auto take = [&rest](const QJsonValue &size) -> std::optional<QByteArray> {
        const qint64 count = size.toInteger(-1);
        if (count < 0 || count > rest.size())
            return std::nullopt;
        QByteArray taken = rest.first(count).toByteArray();
        rest = rest.sliced(count);
        return taken;
    };
    for (const auto &element : head.value("previews"_L1).toArray()) {
        const QJsonObject preview = element.toObject();
        const QString type = preview.value("content_type"_L1).toString();
        const auto bytes = take(preview.value("size"_L1));
        if (!bytes || (type != "image/jpeg"_L1 && type != "image/png"_L1))
            return fail(unreadable());
        findings.previews.append({.isLarge = preview.value("variant"_L1).toString() == "large"_L1,
                                  .picture = {.bytes = *bytes, .contentType = type.toLatin1()}});
    }
    for (const auto &element : head.value("hidden"_L1).toArray()) {
        const QJsonArray span = element.toArray();
        findings.hidden.append({span.at(0).toInteger(), span.at(1).toInteger()});
    }
    const auto text = take(head.value("text"_L1));
    if (!text)
        return fail(unreadable());
    if (!text->isEmpty())
        findings.text = QString::fromUtf8(*text);
    return findings;
}

} // namespace

Inspector::Inspector(Options options)
    : m_options(std::move(options)), m_pool({.name = u"inspector"_s,
                                             .threads = m_options.processes,
                                             .maxWaiting = m_options.maxWaiting,
                                             .busyMessage = u"Too many files are being looked into at this moment"_s})
{
}

QCoro::Task<Result<Picture>> Inspector::avatar(QByteArray original, int size)
{
    std::function<Result<Picture>()> work = [this, original, size] {
        const auto answer = ask(u"avatar:%1"_s.arg(size), {}, original);
        return answer ? pictureFrom(*answer) : Result<Picture>(fail(answer.error()));
    };
    return m_pool.run<Picture>(std::move(work));
}

Result<Findings> Inspector::examine(const QString &path) const
{
    const auto answer = ask(u"examine"_s, [&path](QProcess &helper) { helper.setStandardInputFile(path); }, {});
    return answer ? findingsFrom(*answer) : Result<Findings>(fail(answer.error()));
}

Result<QString> Inspector::officeText(const QString &path, const QString &contentType) const
{
    const auto setup = [&](QProcess &command) {
        QProcessEnvironment environment = bareEnvironment(kCommandVariables);
        environment.insert(u"CONTENT_TYPE"_s, contentType);
        command.setProcessEnvironment(environment);
        command.setStandardInputFile(path);
    };
    const auto answer = run(m_options.officeCommand, setup, {});
    if (!answer)
        return fail(answer.error());
    const QString text = QString::fromUtf8(*answer);
    return text.first(std::min(text.size(), kMaxText)).remove(QChar::Null);
}

Result<QByteArray> Inspector::ask(const QString &task, const Setup &setup, const QByteArray &input) const
{
    return run({m_options.program, task}, setup, input);
}

Result<QByteArray> Inspector::run(const QStringList &command, const Setup &setup, const QByteArray &input) const
{
    QProcess helper;
    helper.setProcessEnvironment(bareEnvironment(kHelperVariables));
    helper.setWorkingDirectory(u"/"_s);
    helper.setStandardErrorFile(QProcess::nullDevice());
    if (setup)
        setup(helper);
    helper.start(command.first(), command.sliced(1));
    const QDeadlineTimer deadline(m_options.deadline);
    const auto left = [&deadline] {
        return static_cast<int>(deadline.remainingTime());
    };
    if (!helper.waitForStarted(left())) {
        qCWarning(lcInspector) << "The helper that looks into files cannot be started:" << helper.errorString();
        return fail(noHelper());
    }
    if (!setup) {
        helper.write(input);
        helper.closeWriteChannel();
    }
    QByteArray answer;
    while (helper.state() != QProcess::NotRunning && answer.size() <= m_options.maxAnswer && !deadline.hasExpired()
           && !m_isCancelled) {
        helper.waitForReadyRead(std::min(left(), kPatience));
        answer += helper.readAllStandardOutput();
    }
    const bool isOverBounds = helper.state() != QProcess::NotRunning;
    if (isOverBounds) {
        helper.kill();
        helper.waitForFinished();
    }
    answer += helper.readAllStandardOutput();
    if (m_isCancelled)
        return fail(noHelper());
    if (!isOverBounds && helper.exitStatus() == QProcess::NormalExit && helper.exitCode() == 0)
        return answer;
    qCWarning(lcInspector) << "A file was given up: the helper" << (isOverBounds ? "went over its bounds" : "failed")
                           << helper.exitCode();
    return fail(unreadable());
}

} // namespace plexi::files
