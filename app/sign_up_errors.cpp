// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sign_up_errors.h"

#include "app/net/error_text.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plexi::app {

void SignUpErrors::clear()
{
    std::ranges::fill(m_texts, QString());
    emit changed();
}

void SignUpErrors::take(const ApiError &fault, bool wasUninvited)
{
    std::ranges::fill(m_texts, QString());
    const Field field = fieldOf(fault);
    m_texts[field] = textOf(field, fault, wasUninvited);
    emit changed();
}

SignUpErrors::Field SignUpErrors::fieldOf(const ApiError &fault)
{
    if (!fault.isRefusedFor(ErrorCode::ValidationError, ErrorCode::Conflict))
        return Other;
    const QString name = fault.error.details.value("field"_L1).toString();
    for (const auto &[known, field] :
         {std::pair("username"_L1, Username), std::pair("email"_L1, Email), std::pair("display_name"_L1, DisplayName),
          std::pair("password"_L1, Password), std::pair("invite_code"_L1, InviteCode)}) {
        if (name == known)
            return field;
    }
    return Other;
}

QString SignUpErrors::textOf(Field field, const ApiError &fault, bool wasUninvited)
{
    const bool isTaken = fault.error.code == ErrorCode::Conflict;
    switch (field) {
    case Username:
        return isTaken ? tr("Somebody has this name. Choose another one.")
                       : tr("Choose 2 to 32 of the letters a to z, figures, dots, hyphens and underscores.");
    case Email:
        return isTaken ? tr("There is an account with this address. Sign in with it, or use another address.")
                       : tr("This is no e-mail address. Write it like ann@example.org.");
    case DisplayName:
        return tr("A name has at most 80 characters.");
    case Password:
        return tr("Choose another one: long, not a common one, and neither your name nor your address.");
    case InviteCode:
        return wasUninvited ? tr("This server needs an invite code. Ask somebody who is there for one.")
                            : tr("This code is not right, or is used up. Ask for a new one.");
    case Other:
    case kFields:
        break;
    }
    if (fault.isRefusedFor(ErrorCode::InsufficientPermissions))
        return tr("Nobody can make an account here by themselves. Ask an administrator of the workspace for one.");
    return errorText(fault);
}

} // namespace plexi::app
