// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/s3_server/s3_server.h"

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

constexpr int kPatience = 30'000;

QByteArray nameOf(S3Server::Fault fault)
{
    switch (fault) {
    case S3Server::Fault::Refuse:
        return "refuse";
    case S3Server::Fault::Silence:
        return "silence";
    case S3Server::Fault::Cut:
        break;
    }
    return "cut";
}

} // namespace

S3Server::S3Server()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(PLEXI_NODE), {QStringLiteral(PLEXI_S3_SERVER), m_folder.path()});
    const QByteArray line = nextLine();
    if (!line.startsWith("endpoint "))
        qFatal("The S3 server did not start: %s", line.constData());
    m_endpoint = QUrl::fromEncoded(line.sliced(9));
}

S3Server::~S3Server()
{
    kill();
}

void S3Server::setFault(Fault fault, int count)
{
    m_process.write(nameOf(fault) + ' ' + QByteArray::number(count) + '\n');
    if (const QByteArray line = nextLine(); line != "ready")
        qFatal("The S3 server does not do what it should: %s", line.constData());
}

void S3Server::kill()
{
    m_process.kill();
    m_process.waitForFinished(kPatience);
}

QByteArray S3Server::nextLine()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatience))
            return m_process.errorString().toUtf8();
    }
    return m_process.readLine().trimmed();
}

} // namespace plexi::test
