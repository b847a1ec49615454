// Made by miniprogram/tools/api-types.ts from the product's OpenAPI description. Do not edit.

export interface paths {
    "/api/v1/advice-slips/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次性告知单 */
        get: operations["getApiV1AdviceSlipsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice-slips/{id}.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次性告知单（网页，可打印） */
        get: operations["getApiV1AdviceSlipsIdHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/advice-slips/{id}.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次性告知单（PDF） */
        get: operations["getApiV1AdviceSlipsIdPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的预约 */
        get: operations["getApiV1Appointments"];
        put?: never;
        /** 预约一个时段 */
        post: operations["postApiV1Appointments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个预约 */
        get: operations["getApiV1AppointmentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/accept-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受工作人员建议的时间 */
        post: operations["postApiV1AppointmentsIdAcceptProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消预约 */
        post: operations["postApiV1AppointmentsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 自助签到 */
        post: operations["postApiV1AppointmentsIdCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/decline-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不接受建议的时间，保留原预约 */
        post: operations["postApiV1AppointmentsIdDeclineProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签到后前面还有几位 */
        get: operations["getApiV1AppointmentsIdQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 改约 */
        post: operations["postApiV1AppointmentsIdReschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接手原代办人的预约 */
        post: operations["postApiV1AppointmentsIdTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 首席代表授权公示 */
        get: operations["getApiV1Authorisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的缴款书 */
        get: operations["getApiV1Bills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一张缴款书 */
        get: operations["getApiV1BillsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bills/{id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在手机上缴费 */
        post: operations["postApiV1BillsIdPay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bills/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 电子票据（PDF） */
        get: operations["getApiV1BillsIdReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bills/{id}/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 缴款书（PDF） */
        get: operations["getApiV1BillsIdSlip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的办件 */
        get: operations["getApiV1Cases"];
        put?: never;
        /** 新建申请草稿 */
        post: operations["postApiV1Cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个办件 */
        get: operations["getApiV1CasesId"];
        /** 保存草稿或补正内容 */
        put: operations["putApiV1CasesId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/application-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 代录的申请表，打印签名用（PDF） */
        get: operations["getApiV1CasesIdApplicationForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/ask-recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请工作人员回避（限本人） */
        post: operations["postApiV1CasesIdAskRecusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作出告知承诺（限本人） */
        post: operations["postApiV1CasesIdCommit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 告知承诺书的内容 */
        get: operations["getApiV1CasesIdCommitment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/decline-commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不作承诺，改交材料（限本人） */
        post: operations["postApiV1CasesIdDeclineCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个办件的表单和材料要求 */
        get: operations["getApiV1CasesIdForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/hand-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补交承诺的材料 */
        post: operations["postApiV1CasesIdHandIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/papers/{id2}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办件文书（PDF）；自助终端上限收件凭证 */
        get: operations["getApiV1CasesIdPapersId2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/pre-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交预审 */
        post: operations["postApiV1CasesIdPreReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 承诺后补材料（限本人） */
        post: operations["postApiV1CasesIdPromise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/report-done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准以后要做的、限期改正的已经做好，请来看 */
        post: operations["postApiV1CasesIdReportDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改后重新提交 */
        post: operations["postApiV1CasesIdResubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/speak": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 决定撤销以前陈述申辩 */
        post: operations["postApiV1CasesIdSpeak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 正式提交，取得收件凭证 */
        post: operations["postApiV1CasesIdSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接着办代办人留下的申请 */
        post: operations["postApiV1CasesIdTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催办 */
        post: operations["postApiV1CasesIdUrge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回 */
        post: operations["postApiV1CasesIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的证明 */
        get: operations["getApiV1Certificates"];
        put?: never;
        /** 即时开具证明：当场出证，或转工作人员办理 */
        post: operations["postApiV1Certificates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份证明 */
        get: operations["getApiV1CertificatesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载证明文件（PDF） */
        get: operations["getApiV1CertificatesIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份证明的分享，和谁看过 */
        get: operations["getApiV1CertificatesIdShares"];
        put?: never;
        /** 限时分享一份证明 */
        post: operations["postApiV1CertificatesIdShares"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/shares/{id2}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 分享的小程序码 */
        get: operations["getApiV1CertificatesIdSharesId2Code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/shares/{id2}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束分享 */
        post: operations["postApiV1CertificatesIdSharesId2End"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁在什么时候验过这份证明 */
        get: operations["getApiV1CertificatesIdVerifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的结果送达 */
        get: operations["getApiV1Deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份结果的送达和物流 */
        get: operations["getApiV1DeliveriesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/display-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 候叫屏的实时消息（SSE） */
        get: operations["getApiV1DisplayEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/displays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 候叫屏：大厅正在叫的号 */
        get: operations["getApiV1DisplaysId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 实时消息：哪些办件、预约有变化（SSE） */
        get: operations["getApiV1Events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 扫码查看授权邀请 */
        get: operations["getApiV1GrantInvitationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的授权：我授权的、授权给我的、等我确认的 */
        get: operations["getApiV1Grants"];
        put?: never;
        /** 发起授权，或申请以监护人身份代办 */
        post: operations["postApiV1Grants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份授权 */
        get: operations["getApiV1GrantsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 同意授权 */
        post: operations["postApiV1GrantsIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 代办人用这份授权做过什么 */
        get: operations["getApiV1GrantsIdActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不同意授权 */
        post: operations["postApiV1GrantsIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/invitation-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 授权邀请的小程序码 */
        get: operations["getApiV1GrantsIdInvitationCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销授权，或放弃代办 */
        post: operations["postApiV1GrantsIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事大厅 */
        get: operations["getApiV1Halls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/halls/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 大厅的可预约时段 */
        get: operations["getApiV1HallsIdSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查找事项 */
        get: operations["getApiV1Items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事指南 */
        get: operations["getApiV1ItemsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/advice-slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开具一次性告知单 */
        post: operations["postApiV1ItemsIdAdviceSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预填好的表单 */
        get: operations["getApiV1ItemsIdForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk-asks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 扫了自助终端上的码：问的是什么 */
        get: operations["getApiV1KioskAsksId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk-asks/{id}/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在手机上确认自助终端问的 */
        post: operations["postApiV1KioskAsksIdAgree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 没带身份证：手机上确认了没有 */
        get: operations["getApiV1KioskArrivals"];
        put?: never;
        /** 没带身份证：取一个码用手机进入自助终端 */
        post: operations["postApiV1KioskArrivals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/arrivals/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 手机确认以后进入自助终端 */
        post: operations["postApiV1KioskArrivalsSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自助终端上的扫码或请求核对办到哪一步 */
        get: operations["getApiV1KioskAsks"];
        put?: never;
        /** 取一个码给本人的手机扫，或请工作人员来核对（自助终端） */
        post: operations["postApiV1KioskAsks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 向登记的手机号发送验证码（自助终端） */
        post: operations["postApiV1KioskCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这台自助终端 */
        get: operations["getApiV1KioskDevice"];
        put?: never;
        /** 把这台设备设为登记过的自助终端 */
        post: operations["postApiV1KioskDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填写验证码，确认是本人（自助终端） */
        post: operations["postApiV1KioskProofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 读卡前取一次性编号 */
        post: operations["postApiV1KioskReadings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 扫描一页材料前取一次性许可 */
        post: operations["postApiV1KioskScans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 刷证件进入自助终端 */
        post: operations["postApiV1KioskSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kiosk/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 离开自助终端 */
        delete: operations["deleteApiV1KioskSessionsCurrent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的电子证照 */
        get: operations["getApiV1Licences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的证照使用授权 */
        get: operations["getApiV1LicencesAuthorisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences/authorisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份证照使用授权 */
        get: operations["getApiV1LicencesAuthorisationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences/authorisations/{id}/authorise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 同意使用证照 */
        post: operations["postApiV1LicencesAuthorisationsIdAuthorise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences/authorisations/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不同意使用证照 */
        post: operations["postApiV1LicencesAuthorisationsIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences/authorisations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回证照使用授权 */
        post: operations["postApiV1LicencesAuthorisationsIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 做一份带水印的证照副本：写明用途和日期 */
        post: operations["postApiV1LicencesCopies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences/copies/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开自己做的证照副本 */
        get: operations["getApiV1LicencesCopiesIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences/showings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 当面出示一份电子证照：几分钟有效的码 */
        post: operations["postApiV1LicencesShowings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的承诺履行记录 */
        get: operations["getApiV1Marks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的材料 */
        get: operations["getApiV1Materials"];
        put?: never;
        /** 上传材料 */
        post: operations["postApiV1Materials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份材料 */
        get: operations["getApiV1MaterialsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/materials/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看材料内容 */
        get: operations["getApiV1MaterialsIdContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的信息 */
        get: operations["getApiV1Me"];
        put?: never;
        post?: never;
        /** 注销账号，删除个人信息 */
        delete: operations["deleteApiV1Me"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁查看过我的信息 */
        get: operations["getApiV1MeAccessLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出我的全部信息 */
        get: operations["getApiV1MeExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 实名：填写证件，与人口库核对 */
        put: operations["putApiV1MeIdentity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identity/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认是本人：国家网络身份认证 */
        post: operations["postApiV1MeIdentityProofs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/identity/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发起国家网络身份认证 */
        post: operations["postApiV1MeIdentityVerifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我在哪些设备上登录 */
        get: operations["getApiV1MeSessions"];
        put?: never;
        post?: never;
        /** 退出所有设备 */
        delete: operations["deleteApiV1MeSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 退出一台设备 */
        delete: operations["deleteApiV1MeSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的消息 */
        get: operations["getApiV1Notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把一条消息标为已读 */
        post: operations["postApiV1NoticesIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 请我办的事 */
        get: operations["getApiV1Obligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 请我办的一件事 */
        get: operations["getApiV1ObligationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认 */
        post: operations["postApiV1ObligationsIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不同意 */
        post: operations["postApiV1ObligationsIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/files/{id2}/{id3}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看对方确认时上传的文件 */
        get: operations["getApiV1ObligationsIdFilesId2Id3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/papers/{id2}/{id3}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看请我确认、签名的材料 */
        get: operations["getApiV1ObligationsIdPapersId2Id3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签名 */
        post: operations["postApiV1ObligationsIdSign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 银行的支付通知（验签） */
        post: operations["postApiV1PaymentsNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的积分：核定表、确认书和名次 */
        get: operations["getApiV1Points"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 积分入户、入学的申请批次 */
        get: operations["getApiV1PointsRounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rounds/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对公示的排名提出异议 */
        post: operations["postApiV1PointsRoundsIdObjections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rounds/{id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受或放弃排名给的、递补的名额 */
        post: operations["postApiV1PointsRoundsIdPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/rounds/{id}/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 正在公示的排名（已隐名） */
        get: operations["getApiV1PointsRoundsIdRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/sheets/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认积分，出具积分确认书 */
        post: operations["postApiV1PointsSheetsIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points/sheets/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对积分提出异议 */
        post: operations["postApiV1PointsSheetsIdObjections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 正在公示的申请（已隐名） */
        get: operations["getApiV1PublicNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查验电子票据 */
        get: operations["getApiV1ReceiptsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 微信登录 */
        post: operations["postApiV1Sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 退出登录 */
        delete: operations["deleteApiV1SessionsCurrent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 看别人分享的证明（每次都有记录） */
        get: operations["getApiV1SharedId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开别人分享的证明文件（每次都有记录） */
        get: operations["getApiV1SharedIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sms-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发送短信验证码 */
        post: operations["postApiV1SmsCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公开的办件统计：一个月，按部门和事项 */
        get: operations["getApiV1Stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 办事主题 */
        get: operations["getApiV1Themes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传 PDF 验真：原文件、被改动过、或不是本平台出具的 */
        post: operations["postApiV1Verifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的候补 */
        get: operations["getApiV1Waitlist"];
        put?: never;
        /** 约满时候补排队 */
        post: operations["postApiV1Waitlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次候补 */
        get: operations["getApiV1WaitlistId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受空出的时段 */
        post: operations["postApiV1WaitlistIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不要这个时段，继续排队 */
        post: operations["postApiV1WaitlistIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出候补 */
        post: operations["postApiV1WaitlistIdLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watch-invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 扫码查看关注邀请 */
        get: operations["getApiV1WatchInvitationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 谁关注我、我关注谁的办件进度 */
        get: operations["getApiV1Watches"];
        put?: never;
        /** 请人关注我的办件进度 */
        post: operations["postApiV1Watches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个关注 */
        get: operations["getApiV1WatchesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watches/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始关注 */
        post: operations["postApiV1WatchesIdAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watches/{id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 关注的办件进度（每次都有记录） */
        get: operations["getApiV1WatchesIdCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watches/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 关注邀请的小程序码 */
        get: operations["getApiV1WatchesIdCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watches/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束关注 */
        post: operations["postApiV1WatchesIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/web/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取八位数，到电脑的浏览器里填 */
        post: operations["postApiV1WebCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/web/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在浏览器里填八位数进入 */
        post: operations["postApiV1WebSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/web/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这个浏览器里是谁 */
        get: operations["getApiV1WebSessionsCurrent"];
        put?: never;
        post?: never;
        /** 退出浏览器 */
        delete: operations["deleteApiV1WebSessionsCurrent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 扫码验真（网页或 JSON，按 Accept） */
        get: operations["getVerifyId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/licences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核对别人出示的电子证照（网页或 JSON，按 Accept；每次都有记录） */
        get: operations["getVerifyLicencesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccessLogView
         * @description `next` goes into `?before=` for what came earlier.
         */
        AccessLogView: {
            /** Items */
            items: components["schemas"]["AccessView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /**
         * AccessView
         * @description Somebody read my data: who, of which department and role, what, when and why.
         */
        AccessView: {
            /** Action */
            action: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Case
             * @default
             */
            case?: string;
            /**
             * Department
             * @default
             */
            department?: string;
            /** Purpose */
            purpose: string;
            /** Reader */
            reader: string;
            /**
             * Role
             * @default
             */
            role?: string;
            /** Subject */
            subject: string;
        };
        /**
         * ActionView
         * @description Something the viewer may do now; `action` is the last part of its address.
         */
        ActionView: {
            /** Action */
            action: string;
            /** Label */
            label: string;
        };
        /**
         * AdviceBody
         * @description The circumstances an advice slip is asked for: answers of the item's form that decide what is needed.
         */
        AdviceBody: {
            /**
             * Agent
             * @default false
             */
            agent?: boolean;
            /** Circumstances */
            circumstances?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /**
             * Region
             * @default null
             */
            region?: string | null;
        };
        /**
         * AdviceSlipView
         * @description An advice slip as its reader sees it.
         */
        AdviceSlipView: {
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Given By */
            given_by: string;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Version */
            item_version: string;
            /** Number */
            number: string;
            /** Page */
            page: string;
            /** Pdf */
            pdf: string;
            text: components["schemas"]["SlipText"];
        };
        /**
         * AgreedAskView
         * @description `case`: the application that goes on here.
         */
        AgreedAskView: {
            /**
             * Case
             * @default null
             */
            case?: string | null;
            /** Detail */
            detail: string;
            kind: components["schemas"]["AskKind"];
        };
        /**
         * Among
         * @description One of the entries must be of the other one, of the applicant in the record of whom the form names and the other way about: by its
         *     number, where it has one, else by the name that its member `by` holds.
         */
        Among: {
            /**
             * By
             * @default name
             */
            by?: string;
            /** Lists */
            lists: string[];
            /**
             * Where
             * @default []
             */
            where?: components["schemas"]["Condition"][];
        };
        /**
         * AnswerBody
         * @description `token`: of the QR code, where the offer names nobody.
         */
        AnswerBody: {
            /**
             * Token
             * @default null
             */
            token?: string | null;
        };
        /**
         * ArchivedView
         * @description The case is archived: under which transfer list, and how long it is kept; `until` is empty where it has no end. `changed_at`: its
         *     decision was gone into again, and what came of it is not handed over yet; `supplements` are the lists of what was. Once it is
         *     destroyed with the list `destruction`, nothing of it is left but number, item and dates.
         */
        ArchivedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Changed At */
            changed_at: string | null;
            /** Destroyed At */
            destroyed_at: string | null;
            /** Destruction */
            destruction: string;
            /** Number */
            number: string;
            /** Retention */
            retention: string;
            /** Supplements */
            supplements: string[];
            /** Until */
            until: string;
        };
        /**
         * AskedFile
         * @description What a counterpart uploads with their yes, such as the imprint (印模) of a seal. `max_mb`: of each file.
         */
        AskedFile: {
            /** Accepts */
            accepts: components["schemas"]["FileKind"][];
            /**
             * Help
             * @default
             */
            help?: string;
            /** Key */
            key: string;
            /**
             * Max Files
             * @default 1
             */
            max_files?: number;
            /**
             * Max Mb
             * @default 20
             */
            max_mb?: number;
            /** Name */
            name: string;
            /**
             * Required
             * @default true
             */
            required?: boolean;
        };
        /**
         * AskedMaterialView
         * @description How one material may be handed in. `accepts`: kinds of file ("jpeg", "pdf" …); `standard`: what a good one looks like.
         *
         *     `width`, `height`: of a photograph the item wants of exactly that size, in points; else 0.
         */
        AskedMaterialView: {
            /** Accepts */
            accepts: string[];
            /** Height */
            height: number;
            /** Key */
            key: string;
            /** Licence */
            licence: boolean;
            /** Max Files */
            max_files: number;
            /** Max Mb */
            max_mb: number;
            /** Name */
            name: string;
            /** Standard */
            standard: string;
            /** Upload */
            upload: boolean;
            /** Width */
            width: number;
        };
        /**
         * AskedRow
         * @description One thing somebody has to do for a case, or has done, in a list. `applicant`: masked, unless it is a unit or themselves.
         *
         *     `case`: for the applicant's own matters only; others see no more of it than they are asked about.
         */
        AskedRow: {
            /** Applicant */
            applicant: string;
            /** Case */
            case: string | null;
            /** Declined At */
            declined_at: string | null;
            /** Due */
            due: string | null;
            /** Ended For */
            ended_for: string;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            kind: components["schemas"]["models__common_views__WordView"];
            /** Met At */
            met_at: string | null;
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Overdue */
            overdue: boolean;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Who Name */
            who_name: string;
        };
        /**
         * AskedView
         * @description Everything somebody sees before they confirm or sign; `digest` goes into the answer.
         *
         *     `applicant`: in full; `applicant_number`: their document number, masked, or the credit code of a unit.
         *
         *     `asks`: the fields of their own half; `uploads`: what they upload with it. `text`, `materials`: what it is about beside the answers
         *     shown; `papers`: the files of those, to be looked at (`…/papers/{key}/{number}`). `answers`, `files`, `reason`: what they answered. `actions`: the last parts of the addresses that are open now.
         */
        AskedView: {
            /** Actions */
            actions: string[];
            /** Answers */
            answers: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Applicant */
            applicant: string;
            /** Applicant Number */
            applicant_number: string;
            /** Asks */
            asks: components["schemas"]["FormField"][];
            /** Case */
            case: string | null;
            /** Case Number */
            case_number: string | null;
            /** Declined At */
            declined_at: string | null;
            /** Digest */
            digest: string;
            /** Due */
            due: string | null;
            /** Ended For */
            ended_for: string;
            /** Files */
            files: components["schemas"]["EnclosureView"][];
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            kind: components["schemas"]["models__common_views__WordView"];
            /** Materials */
            materials: string[];
            /** Met At */
            met_at: string | null;
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Overdue */
            overdue: boolean;
            /** Papers */
            papers: components["schemas"]["EnclosureView"][];
            /** Reason */
            reason: string;
            /** Shown */
            shown: components["schemas"]["ShownAnswer"][];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Text */
            text: string;
            /** Uploads */
            uploads: components["schemas"]["AskedFile"][];
            /** Who Name */
            who_name: string;
        };
        /**
         * AskKind
         * @description What is to come of it.
         * @enum {string}
         */
        AskKind: "enter" | "prove" | "carry" | "staff";
        /**
         * AskRecusalBody
         * @description `who`: by name, as the applicant knows them.
         */
        AskRecusalBody: {
            /** Reason */
            reason: string;
            /** Version */
            version: number;
            /** Who */
            who: string;
        };
        /**
         * AskState
         * @enum {string}
         */
        AskState: "open" | "agreed" | "refused" | "used" | "over";
        /**
         * BillVersionBody
         * @description An act that needs nothing but the page it was taken on.
         */
        BillVersionBody: {
            /** Version */
            version: number;
        };
        /**
         * BillView
         * @description A payment slip. Amounts in yuan. `actions`: the last parts of the addresses that are open now.
         */
        BillView: {
            /** Actions */
            actions: string[];
            /** Blocks */
            blocks: string;
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /**
             * Drawn At
             * Format: date-time
             */
            drawn_at: string;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Due Amount */
            due_amount: string;
            /** Ended For */
            ended_for: string;
            /** Id */
            id: string;
            /** Item Name */
            item_name: string;
            /** Label */
            label: string;
            /** Lines */
            lines: components["schemas"]["models__payments__LineView"][];
            /** Number */
            number: string;
            order: components["schemas"]["OrderView"] | null;
            /** Overdue */
            overdue: boolean;
            /** Paid By */
            paid_by: string | null;
            /** Person Name */
            person_name: string;
            receipt: components["schemas"]["ReceiptView"] | null;
            /** Reduced */
            reduced: string;
            /** Reduced For */
            reduced_for: string;
            /** Refunds */
            refunds: components["schemas"]["RefundView"][];
            /** Settled At */
            settled_at: string | null;
            /** State */
            state: string;
            /** Total */
            total: string;
            /** Version */
            version: number;
        };
        /**
         * CallBackBody
         * @description When the principal can be called, and at whose number: a neighbour's, a landline, the agent's own while they are together.
         */
        CallBackBody: {
            /**
             * Day
             * Format: date
             */
            day: string;
            half: components["schemas"]["Half"];
            /** Phone */
            phone: string;
        };
        /**
         * CallBackView
         * @description `phone`: for staff only, masked until they take it on, else empty. `agents_own`: for them, too, whether it is the agent's: whoever
         *     answers need not be the principal. `missed`: the half-day is over, and nobody has heard them. For staff, too: `tries`, the calls in which
         *     they were not heard, `not_before`, when to call next, and `due`, whether it is time.
         */
        CallBackView: {
            /**
             * Agents Own
             * @default false
             */
            agents_own?: boolean;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Due
             * @default true
             */
            due?: boolean;
            half: components["schemas"]["Half"];
            /** Half Label */
            half_label: string;
            /**
             * Missed
             * @default false
             */
            missed?: boolean;
            /**
             * Not Before
             * @default null
             */
            not_before?: string | null;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /** Tries */
            tries?: components["schemas"]["TriedView"][];
        };
        /**
         * CalledView
         * @description Somebody called to a counter. `name` is masked; `voice`: what is spoken, the number and the counter and nobody's name.
         */
        CalledView: {
            /**
             * Called At
             * Format: date-time
             */
            called_at: string;
            /** Calls */
            calls: number;
            /** Counter */
            counter: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Voice */
            voice: string;
        };
        /**
         * CallsView
         * @description A hall as it is `at`, by the product's clock: the latest call first, without those to what has closed since; how many wait, and how many of
         *     them are called before the others; what is closed today.
         */
        CallsView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed */
            closed: components["schemas"]["ClosedView"][];
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Items */
            items: components["schemas"]["CalledView"][];
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Urgent */
            urgent: number;
            /** Waiting */
            waiting: number;
        };
        /** CancelBody */
        CancelBody: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Version */
            version: number;
        };
        /**
         * CardReading
         * @description What a reader tells of the card that lies on it. `mac`: HMAC-SHA256 under the reader's key, see `text`.
         */
        CardReading: {
            document_type: components["schemas"]["DocumentType"];
            /** Id Number */
            id_number: string;
            /** Mac */
            mac: string;
            /** Name */
            name: string;
            /** Nonce */
            nonce: string;
            /** Read At */
            read_at: string;
            /** Reader */
            reader: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until?: string | null;
        };
        /**
         * CaseFormView
         * @description `on`: the day it is filled in. `materials`: all of the item's; which of them are asked now, the case says.
         */
        CaseFormView: {
            /** Applicant */
            applicant: string;
            /** Fields */
            fields: components["schemas"]["FormField"][];
            /** Item Version */
            item_version: string;
            /** Materials */
            materials: components["schemas"]["AskedMaterialView"][];
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /**
         * CaseMaterialView
         * @description One material: what was handed in, what was said of it, and what is asked.
         */
        CaseMaterialView: {
            asked: components["schemas"]["LicenceAskedView"] | null;
            /** Bring Original */
            bring_original: boolean;
            /** By Word */
            by_word: boolean;
            /** Committed */
            committed: string;
            /** Exempt */
            exempt: string;
            /** Exempt By */
            exempt_by: string;
            /** Files */
            files: components["schemas"]["FileView"][];
            /** Help */
            help: string;
            /** Key */
            key: string;
            later: components["schemas"]["LaterView"] | null;
            licence: components["schemas"]["LicenceView"] | null;
            /** Licence Possible */
            licence_possible: boolean;
            /** Name */
            name: string;
            need: components["schemas"]["models__common_views__WordView"];
            original: components["schemas"]["OriginalView"] | null;
            photo: components["schemas"]["PhotoView"] | null;
            verdict: components["schemas"]["VerdictView"] | null;
        };
        /**
         * CaseRow
         * @description A case in a list: no answers, no materials.
         */
        CaseRow: {
            /** Agent Name */
            agent_name: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Differs */
            differs: boolean;
            /** Due */
            due: string | null;
            green: components["schemas"]["GreenView"] | null;
            hold: components["schemas"]["HoldView"] | null;
            /** Id */
            id: string;
            /** In Place Of */
            in_place_of: string | null;
            /** Internal Due */
            internal_due: string | null;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string | null;
            /** Overdue */
            overdue: boolean;
            /** Person Name */
            person_name: string;
            /** Queued At */
            queued_at: string | null;
            /** Reviewer */
            reviewer: string | null;
            state: components["schemas"]["StateView"];
            /** Turn Due */
            turn_due: string | null;
            /** Turn Overdue */
            turn_overdue: boolean;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Urges */
            urges: number;
            /** Version */
            version: number;
            /** Waiting Minutes */
            waiting_minutes: number | null;
            /** Waits For */
            waits_for: string;
        };
        /**
         * CaseView
         * @description A case as its applicant or their agent sees it.
         */
        CaseView: {
            /** Actions */
            actions: components["schemas"]["ActionView"][];
            /** Agent Name */
            agent_name: string | null;
            /** Appointments */
            appointments: string[];
            archived: components["schemas"]["ArchivedView"] | null;
            /** Bundle */
            bundle: string | null;
            /** Certificate */
            certificate: string | null;
            /** Channel */
            channel: string;
            clock: components["schemas"]["ClockView"];
            /** Closed At */
            closed_at: string | null;
            completion: components["schemas"]["models__common_views__WordView"] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            decision: components["schemas"]["DecisionView"] | null;
            /** Delivery */
            delivery: string | null;
            /** Department */
            department: string;
            /** Differences */
            differences: components["schemas"]["DifferenceView"][];
            /** Duties */
            duties: components["schemas"]["DutyView"][];
            /** Ended For */
            ended_for: string;
            /** File When Passed */
            file_when_passed: boolean;
            /** Filed At */
            filed_at: string | null;
            /** Filled */
            filled: components["schemas"]["FilledView"][];
            /** Form */
            form: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            founded: components["schemas"]["FoundedView"] | null;
            green: components["schemas"]["GreenView"] | null;
            /** Handed Over For */
            handed_over_for: string;
            handle_area: components["schemas"]["models__common_views__WordView"];
            /** Hands */
            hands: components["schemas"]["HandView"][];
            hold: components["schemas"]["HoldView"] | null;
            /** Id */
            id: string;
            /** In The Name Of */
            in_the_name_of: string;
            inspection: components["schemas"]["InspectionView"] | null;
            intake: components["schemas"]["IntakeView"] | null;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Item Version */
            item_version: string;
            /** Materials */
            materials: components["schemas"]["CaseMaterialView"][];
            /** May Book */
            may_book: boolean;
            /** Number */
            number: string | null;
            /** Obligations */
            obligations: components["schemas"]["ObligationView"][];
            /** Offers */
            offers: components["schemas"]["models__decision_views__OfferView"][];
            /** Papers */
            papers: components["schemas"]["PaperView"][];
            /** Parts */
            parts: components["schemas"]["PartView"][];
            /** Person Name */
            person_name: string;
            /** Receipt */
            receipt: string | null;
            /** Recusal Requests */
            recusal_requests: components["schemas"]["RecusalRequestView"][];
            /** Region */
            region: string | null;
            result: components["schemas"]["models__decision_views__ResultView"] | null;
            /** Returns */
            returns: components["schemas"]["ReturnView"][];
            /** Signed */
            signed: components["schemas"]["FileView"][];
            /** Sources */
            sources: {
                [key: string]: components["schemas"]["Origin"];
            };
            state: components["schemas"]["StateView"];
            /** Steps */
            steps: components["schemas"]["models__case_views__StepView"][];
            /** Submissions */
            submissions: components["schemas"]["SubmissionView"][];
            /** Unfit */
            unfit: components["schemas"]["UnfitView"][];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Urged At */
            urged_at: string | null;
            /** Urges */
            urges: number;
            /** Version */
            version: number;
        };
        /**
         * CertificateState
         * @description `expired` is never stored: it follows from `valid_until`. `void` is a number that was taken and not used.
         * @enum {string}
         */
        CertificateState: "valid" | "revoked" | "superseded" | "expired" | "void";
        /**
         * CertificateView
         * @description A certificate as its holder or agent sees it: their own name, the number masked.
         */
        CertificateView: {
            /**
             * Agent Name
             * @default null
             */
            agent_name?: string | null;
            /** Case */
            case: string;
            /** File Url */
            file_url: string;
            /** Holder Name */
            holder_name: string;
            /** Holder Number */
            holder_number: string;
            /** Id */
            id: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /** Issuer */
            issuer: string;
            /** Item */
            item: string;
            /**
             * No Record
             * @default false
             */
            no_record?: boolean;
            /** Number */
            number: string;
            /**
             * Reason
             * @default
             */
            reason?: string;
            /** Relayed */
            relayed: boolean;
            /**
             * Scribe Name
             * @default null
             */
            scribe_name?: string | null;
            state: components["schemas"]["CertificateState"];
            /** State Label */
            state_label: string;
            /** Title */
            title: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until?: string | null;
            /** Verify Code */
            verify_code: string;
            /** Verify Url */
            verify_url: string;
            /** Version */
            version: number;
        };
        /**
         * CheckResult
         * @description What whoever checks a code learns.
         * @enum {string}
         */
        CheckResult: "shown" | "over" | "unchecked" | "ended" | "unknown";
        /**
         * ChecksView
         * @description Who checked a certificate, the newest first.
         */
        ChecksView: {
            /** Items */
            items: components["schemas"]["VerifiedView"][];
        };
        /**
         * CitizenView
         * @description What a citizen sees of themselves: the name in full, the rest masked.
         */
        CitizenView: {
            /**
             * Document Title
             * @default
             */
            document_title?: string;
            /** @default null */
            document_type?: components["schemas"]["DocumentType"] | null;
            /**
             * Document Valid Until
             * @default null
             */
            document_valid_until?: string | null;
            /** Id */
            id: string;
            /**
             * Id Number
             * @default
             */
            id_number?: string;
            /** Level */
            level: number;
            /** Name */
            name: string;
            /**
             * Phone
             * @default
             */
            phone?: string;
            /** @default null */
            proof_method?: components["schemas"]["ProofMethod"] | null;
            /**
             * Proven Until
             * @default null
             */
            proven_until?: string | null;
        };
        /**
         * Claim
         * @description What an answer asks for that only one may have: it is looked up and kept for the case while it runs.
         * @enum {string}
         */
        Claim: "company_name";
        /**
         * ClaimBody
         * @description A citizen's wish for a slot. `people`: names of others who come along, such as a spouse.
         */
        ClaimBody: {
            /**
             * Case
             * @default null
             */
            case?: string | null;
            /** Hall */
            hall: string;
            /** Items */
            items: string[];
            /** People */
            people?: string[];
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /**
         * ClaimedDocument
         * @description Who somebody without an identity says they are.
         */
        ClaimedDocument: {
            document_type: components["schemas"]["DocumentType"];
            /** Id Number */
            id_number: string;
            /** Name */
            name: string;
        };
        /**
         * ClockView
         * @description When what is due. `provisional`: rests on a calendar that is not published yet.
         */
        ClockView: {
            /** Accepted At */
            accepted_at: string | null;
            /** Deemed */
            deemed: boolean;
            /** Deficiency Due */
            deficiency_due: string | null;
            extension: components["schemas"]["ExtensionView"] | null;
            /**
             * Limits
             * @default
             */
            limits?: string;
            /**
             * Longer
             * @default
             */
            longer?: string;
            /** Mend Due */
            mend_due: string | null;
            /** Promised Due */
            promised_due: string | null;
            /** Provisional */
            provisional: boolean;
            /** Received At */
            received_at: string | null;
            /** Silent At */
            silent_at: string | null;
            /** Statutory Due */
            statutory_due: string | null;
            /** Stops */
            stops: components["schemas"]["StopView"][];
        };
        /**
         * ClosedView
         * @description What is closed, as a notice says it: the whole hall or one counter, now (`begun`) or later today, until when and why.
         */
        ClosedView: {
            /** Begun */
            begun: boolean;
            /** Says */
            says: string;
            /** Whole */
            whole: boolean;
        };
        /**
         * CommitBody
         * @description `digest`: of exactly what was read (`CommitmentView`).
         */
        CommitBody: {
            /** Digest */
            digest: string;
            /** Version */
            version: number;
        };
        /**
         * CommitmentView
         * @description What may be committed to in this case now, and the letter where it was given.
         *
         *     `digest` is handed back with the commitment. `why_not`: why no commitment may be made now; empty where one may.
         *     `materials`, `steps`: names of what it replaces and of what the decision does not wait for.
         */
        CommitmentView: {
            declined: components["schemas"]["models__cases__promises__WordView"] | null;
            /** Digest */
            digest: string;
            given: components["schemas"]["LetterView"] | null;
            /** Materials */
            materials: string[];
            /** Steps */
            steps: string[];
            /** Terms */
            terms: components["schemas"]["TermView"][];
            /** Why Not */
            why_not: string;
        };
        /**
         * Condition
         * @description A test of another field's answer. An unanswered field satisfies nothing.
         */
        Condition: {
            /** @default null */
            counts?: components["schemas"]["Count"] | null;
            /**
             * Differs From
             * @default null
             */
            differs_from?: string[] | null;
            /**
             * Equals
             * @default null
             */
            equals?: boolean | number | string | null;
            /** Field */
            field: string;
            /**
             * In
             * @default null
             */
            in?: (boolean | number | string)[] | null;
            /** @default null */
            length?: components["schemas"]["Lengths"] | null;
            /**
             * Max
             * @default null
             */
            max?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Min
             * @default null
             */
            min?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Pattern
             * @default null
             */
            pattern?: string | null;
        };
        /**
         * ConfirmBody
         * @description `answers`: the counterpart's own half of the form. `files`: what they uploaded, by what was asked for.
         */
        ConfirmBody: {
            /** Answers */
            answers?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Digest */
            digest: string;
            /** Files */
            files?: {
                [key: string]: string[];
            };
        };
        /**
         * CopyBody
         * @description What the copy is for and the last day it holds: both are printed across it.
         */
        CopyBody: {
            /** Identifier */
            identifier: string;
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /** Purpose */
            purpose: string;
        };
        /**
         * Count
         * @description How many people the fields `of` list together, and `plus` so many more.
         */
        Count: {
            /** Of */
            of: string[];
            /**
             * Plus
             * @default 0
             */
            plus?: number;
        };
        /** DecisionView */
        DecisionView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Basis */
            basis: string;
            by: components["schemas"]["WhoView"];
            /** Despite */
            despite: string;
            /** Number */
            number: string;
            outcome: components["schemas"]["models__common_views__WordView"];
            /** Reason */
            reason: string;
            /** Remedies */
            remedies: string;
            revoked: components["schemas"]["RevokedView"] | null;
        };
        /** DefectView */
        DefectView: {
            /** Advice */
            advice: string;
            /** Late */
            late: boolean;
            /** Name */
            name: string;
            reason: components["schemas"]["models__common_views__WordView"];
            /** Target */
            target: string;
        };
        /**
         * DeliveryView
         * @description A delivery. `address`: where it goes, for the applicant; masked for all others. `actions`: the last parts of open addresses.
         */
        DeliveryView: {
            /** Actions */
            actions: string[];
            /** Address */
            address: string;
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** Collected By */
            collected_by: string;
            /** Collected For */
            collected_for: string;
            /** Done At */
            done_at: string | null;
            /** Held */
            held: string;
            /** Hours */
            hours: string;
            /** Id */
            id: string;
            /** Item Name */
            item_name: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Method */
            method: string;
            /** Method Label */
            method_label: string;
            /** Number */
            number: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Person Name */
            person_name: string;
            /** Pickup */
            pickup: string;
            /** Place */
            place: string;
            /** Recipient */
            recipient: string;
            /** State */
            state: string;
            /** Tracking */
            tracking: components["schemas"]["TrackingView"][];
            /** Version */
            version: number;
            /** Waybill */
            waybill: string;
        };
        /**
         * DeviceBody
         * @description The device's own credential, typed in once by whoever sets it up.
         */
        DeviceBody: {
            /** Credential */
            credential: string;
        };
        /**
         * DeviceView
         * @description What a device learns of itself. `reader_url`, `scanner_url`: where their services listen; empty where none is set up.
         */
        DeviceView: {
            /** Demo */
            demo: boolean;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Name */
            name: string;
            /** Reader */
            reader: string;
            /** Reader Url */
            reader_url: string;
            /** Scanner */
            scanner: string;
            /** Scanner Url */
            scanner_url: string;
        };
        /**
         * DifferenceView
         * @description An answer that differs from what its register says (`registered`: nothing where it has no record). `decides`: nothing is granted before staff have written what they found. `finding`: what a register says of somebody the answer names, for staff; the applicant is told no more than that staff look into it.
         */
        DifferenceView: {
            /** Decides */
            decides: boolean;
            /** Field */
            field: string;
            /** Finding */
            finding: string;
            /** Label */
            label: string;
            /** Register */
            register: string;
            registered: components["schemas"]["JsonValue"];
            /** Told */
            told: string;
            typed: components["schemas"]["JsonValue"];
        };
        /**
         * DocumentType
         * @description Kinds of identity document. `label` is what people read, `code` the official one (GA/T 2000.156).
         * @enum {string}
         */
        DocumentType: "resident_card" | "hkmt_residence" | "hk_macau_permit" | "taiwan_permit" | "permanent_residence" | "passport";
        /**
         * DutyView
         * @description What is owed after the decision. `until`: by when it is done.
         */
        DutyView: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Met At */
            met_at: string | null;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Text */
            text: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * ElsewhereView
         * @description Where an item is done that cannot be applied for here; `link` and `phone` are empty where there is none.
         */
        ElsewhereView: {
            /** Link */
            link: string;
            /** Phone */
            phone: string;
            /** Text */
            text: string;
        };
        /**
         * EnclosureView
         * @description A file a counterpart uploaded with their yes; `key` and `number`, from 0, are the last parts of its address below the obligation.
         */
        EnclosureView: {
            /** Content Type */
            content_type: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Number */
            number: number;
            /** Pages */
            pages: number;
            /** Size */
            size: number;
        };
        /**
         * EndBody
         * @description Why a grant ends; may be left out.
         */
        EndBody: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
        };
        /**
         * EnterpriseBody
         * @description An enterprise as its business licence (营业执照) names it.
         */
        EnterpriseBody: {
            /** Name */
            name: string;
            /** Uscc */
            uscc: string;
        };
        /**
         * Entries
         * @description Entries of these lists of a record, or single ones, that meet `where` (`field`: a member of the entry; `born` of somebody whose
         *     number tells it).
         */
        Entries: {
            /** Lists */
            lists: string[];
            /**
             * Where
             * @default []
             */
            where?: components["schemas"]["Condition"][];
        };
        /**
         * Envelope
         * @description A message and its HMAC-SHA256 over merchant, nonce and content, in hex. `content` is JSON text.
         */
        Envelope: {
            /** Content */
            content: string;
            /** Merchant */
            merchant: string;
            /** Nonce */
            nonce: string;
            /** Signature */
            signature: string;
        };
        /**
         * ErasedView
         * @description What was erased and what the law makes us keep.
         */
        ErasedView: {
            /** Detail */
            detail: string;
            /** Erased */
            erased: string[];
            /** Kept */
            kept: string[];
        };
        /**
         * ExtensionView
         * @description The one extension of the limits. `span`: in words.
         */
        ExtensionView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /**
             * Due Before
             * Format: date-time
             */
            due_before: string;
            /** Notice */
            notice: string;
            /** Reason */
            reason: string;
            /** Span */
            span: string;
        };
        /**
         * FactView
         * @description One answer of the application that the item's rule makes public.
         */
        FactView: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * FieldRule
         * @description A test of the field's own answer; `message` tells the person what to do when it fails. `when`: for which answers beside it the
         *     rule is one at all.
         */
        FieldRule: {
            /** @default null */
            counts?: components["schemas"]["Count"] | null;
            /**
             * Differs From
             * @default null
             */
            differs_from?: string[] | null;
            /**
             * Equals
             * @default null
             */
            equals?: boolean | number | string | null;
            /**
             * In
             * @default null
             */
            in?: (boolean | number | string)[] | null;
            /** @default null */
            length?: components["schemas"]["Lengths"] | null;
            /**
             * Max
             * @default null
             */
            max?: number | string | components["schemas"]["Reference"] | null;
            /** Message */
            message: string;
            /**
             * Min
             * @default null
             */
            min?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Pattern
             * @default null
             */
            pattern?: string | null;
            /**
             * When
             * @default []
             */
            when?: components["schemas"]["Condition"][];
        };
        /**
         * FieldType
         * @description Kinds of field, with the JSON an answer has.
         * @enum {string}
         */
        FieldType: "text" | "number" | "date" | "month" | "choice" | "multi" | "boolean" | "person" | "people" | "enterprise" | "address" | "bank_account" | "phone";
        /**
         * Figure
         * @description One number, with what it means beside it. None where there is nothing to count.
         */
        Figure: {
            /** Definition */
            definition: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Unit */
            unit: string;
            /** Value */
            value: number | null;
        };
        /**
         * FileKind
         * @description What kinds of file a material accepts.
         * @enum {string}
         */
        FileKind: "jpeg" | "png" | "pdf";
        /**
         * FileVerdict
         * @description What an uploaded PDF turned out to be.
         * @enum {string}
         */
        FileVerdict: "authentic" | "altered" | "sealed" | "unknown";
        /**
         * FileVerificationView
         * @description The answer to an uploaded PDF.
         */
        FileVerificationView: {
            /** @default null */
            certificate?: components["schemas"]["models__certificates__VerificationView"] | null;
            /** Detail */
            detail: string;
            /** Label */
            label: string;
            verdict: components["schemas"]["FileVerdict"];
        };
        /** FileView */
        FileView: {
            /** Content Type */
            content_type: string;
            /** Material */
            material: string;
            /** Name */
            name: string;
            /** Pages */
            pages: number;
            /** Size */
            size: number;
            /** Version */
            version: number;
        };
        /**
         * FilledField
         * @description A field of a form as it arrives: its question, its value, and where the value is from.
         */
        FilledField: {
            /** Key */
            key: string;
            /**
             * Note
             * @default
             */
            note?: string;
            /** @default null */
            source?: components["schemas"]["ValueSource"] | null;
            /** @default null */
            value?: components["schemas"]["JsonValue"];
        };
        /**
         * FilledForm
         * @description A form filled in advance from the registers.
         */
        FilledForm: {
            /**
             * Agent
             * @default
             */
            agent?: string;
            /**
             * Applicant
             * @default
             */
            applicant?: string;
            /** Fields */
            fields: components["schemas"]["FormField"][];
            /** Filled */
            filled: components["schemas"]["FilledField"][];
            /** Item */
            item: string;
            /** Notes */
            notes?: string[];
            /**
             * On
             * Format: date
             */
            on: string;
            /**
             * Read Out
             * @default
             */
            read_out?: string;
            /** Values */
            values: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Version */
            version: string;
        };
        /**
         * FilledView
         * @description One thing that was fixed, in words.
         */
        FilledView: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * FindingView
         * @description What a check found.
         */
        FindingView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Note */
            note: string;
            /** Outcome */
            outcome: string;
        };
        /**
         * FormField
         * @description One question. Shown when every condition of `show_when` holds; hidden fields are neither asked nor stored.
         */
        FormField: {
            /** @default null */
            claims?: components["schemas"]["Claim"] | null;
            /** @default null */
            default?: components["schemas"]["JsonValue"];
            /**
             * Help
             * @default
             */
            help?: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Listed
             * @default []
             */
            listed?: components["schemas"]["Listed"][];
            /**
             * Options
             * @default []
             */
            options?: components["schemas"]["Option"][];
            /**
             * Paper Label
             * @default null
             */
            paper_label?: string | null;
            /**
             * Parts
             * @default []
             */
            parts?: string[];
            /**
             * Placeholder
             * @default
             */
            placeholder?: string;
            /**
             * Printed
             * @default true
             */
            printed?: boolean;
            /**
             * Required
             * @default true
             */
            required?: boolean;
            /** @default null */
            roll?: components["schemas"]["Roll"] | null;
            /**
             * Rules
             * @default []
             */
            rules?: components["schemas"]["FieldRule"][];
            /**
             * Sealed
             * @default false
             */
            sealed?: boolean;
            /**
             * Show When
             * @default []
             */
            show_when?: components["schemas"]["Condition"][];
            /** @default null */
            source?: components["schemas"]["PrefillSource"] | null;
            type: components["schemas"]["FieldType"];
        };
        /**
         * ForView
         * @description Who acts for whom: both names.
         */
        ForView: {
            /** Agent */
            agent: string;
            /** Principal */
            principal: string;
        };
        /**
         * FoundedView
         * @description The company it founded, or that is founded by now where it is about one, with its credit code.
         */
        FoundedView: {
            /** Name */
            name: string;
            /** Uscc */
            uscc: string;
        };
        /** GrantActsView */
        GrantActsView: {
            /** Items */
            items: components["schemas"]["GrantActView"][];
        };
        /**
         * GrantActView
         * @description One act of the agent, or one reading of the principal's data by them.
         */
        GrantActView: {
            /** Agent */
            agent: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Item
             * @default
             */
            item?: string;
            /** @default null */
            power?: components["schemas"]["Power"] | null;
            /** What */
            what: string;
        };
        /**
         * GrantedItemView
         * @description `instant`: decided in seconds, so that it can be asked for without reading the guide first.
         */
        GrantedItemView: {
            /** Code */
            code: string;
            /** Instant */
            instant: boolean;
            /** Name */
            name: string;
        };
        /**
         * GrantState
         * @description `checking`: a guardianship that staff still verify, or a principal without a phone whom they still have to hear. `used_up`: a single grant whose one matter has begun; it is seen through.
         * @enum {string}
         */
        GrantState: "invited" | "checking" | "active" | "used_up" | "declined" | "revoked" | "expired" | "ended";
        /**
         * GrantView
         * @description `you` is the reader's side; `actions` what they may do now. `evidence`: for staff only, ids to look at; of one that waits, for whoever
         *     took it on (`in_hand`).
         */
        GrantView: {
            /** Actions */
            actions: string[];
            agent: components["schemas"]["PartyView"];
            /** All Items */
            all_items: boolean;
            basis: components["schemas"]["ProxyBasis"];
            /** Basis Label */
            basis_label: string;
            /** @default null */
            call_back?: components["schemas"]["CallBackView"] | null;
            /** Evidence */
            evidence?: string[];
            /**
             * Heard By
             * @default
             */
            heard_by?: string;
            /** Id */
            id: string;
            /** @default null */
            in_hand?: components["schemas"]["InHandView"] | null;
            /** @default null */
            invitation?: components["schemas"]["InvitationView"] | null;
            /** Items */
            items: components["schemas"]["GrantedItemView"][];
            /** Powers */
            powers: components["schemas"]["Power"][];
            principal: components["schemas"]["PartyView"];
            /**
             * Reason
             * @default
             */
            reason?: string;
            /**
             * Relation
             * @default
             */
            relation?: string;
            /** Single Use */
            single_use: boolean;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            state: components["schemas"]["GrantState"];
            /** State Label */
            state_label: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Uses */
            uses: number;
            /** Version */
            version: number;
            you: components["schemas"]["Side"] | null;
        };
        /**
         * GreenView
         * @description That a case goes through the green channel (绿色通道): `name` is the published ground.
         */
        GreenView: {
            /** Name */
            name: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * GuideView
         * @description The guide (办事指南) of an item as it holds on a day: all a person must know before they begin.
         */
        GuideView: {
            /** Aliases */
            aliases: string[];
            appointment: components["schemas"]["models__catalogue__views__AppointmentView"];
            /** Catalog Code */
            catalog_code: string;
            /** Channels */
            channels: components["schemas"]["models__catalogue__views__LineView"][];
            /** Charges */
            charges: string[];
            /** Code */
            code: string;
            /** Commitment */
            commitment: string[];
            /** Complaints */
            complaints: string;
            /** Conditions */
            conditions: string[];
            department: components["schemas"]["models__catalogue__views__LineView"];
            /** Duration */
            duration: string;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            elsewhere: components["schemas"]["ElsewhereView"] | null;
            /** Exercised */
            exercised: string;
            /** Faq */
            faq: components["schemas"]["QuestionView"][];
            /** Fee */
            fee: string;
            handle_area: components["schemas"]["models__catalogue__views__LineView"];
            /** Home Visit */
            home_visit: boolean;
            /** How */
            how: string[];
            /** Joint Departments */
            joint_departments: components["schemas"]["models__catalogue__views__LineView"][];
            kind: components["schemas"]["models__catalogue__views__LineView"];
            /** Known */
            known: string[];
            /** Legal Basis */
            legal_basis: components["schemas"]["LawView"][];
            /** Limits */
            limits: components["schemas"]["LimitView"][];
            /** Materials */
            materials: components["schemas"]["models__catalogue__views__MaterialView"][];
            /** Name */
            name: string;
            /** Objects */
            objects: components["schemas"]["models__catalogue__views__LineView"][];
            /** Office */
            office: string;
            /** Opens */
            opens: components["schemas"]["OpeningView"][];
            /** Phone */
            phone: string;
            /** Promised */
            promised: string;
            proxy: components["schemas"]["ProxyView"];
            /** Public Notice */
            public_notice: string;
            /** Records */
            records: string[];
            region: components["schemas"]["models__catalogue__views__LineView"] | null;
            /** Regions */
            regions: components["schemas"]["models__catalogue__views__LineView"][];
            /** Results */
            results: components["schemas"]["models__catalogue__views__ResultView"][];
            /** Statutory */
            statutory: string;
            /** Steps */
            steps: components["schemas"]["models__catalogue__views__StepView"][];
            /** Summary */
            summary: string;
            task_type: components["schemas"]["models__catalogue__views__LineView"];
            /** Themes */
            themes: components["schemas"]["models__catalogue__views__LineView"][];
            /** Trips */
            trips: string;
            /** Version */
            version: string;
            /** Visits */
            visits: number;
            /** Visits Reason */
            visits_reason: string;
            /** When */
            when: string;
            /** Where */
            where: string[];
        };
        /**
         * Half
         * @description Which half of a day.
         * @enum {string}
         */
        Half: "morning" | "afternoon";
        /** HallsView */
        HallsView: {
            /** Items */
            items: components["schemas"]["models__appointments__HallView"][];
        };
        /**
         * HandInBody
         * @description Materials that were promised.
         */
        HandInBody: {
            /** Materials */
            materials: {
                [key: string]: components["schemas"]["MaterialChoice"];
            };
            /** Version */
            version: number;
        };
        /**
         * HandView
         * @description Who has the case in hand or had, as the applicant is told; `did`: 正在办, 收件, the names of steps.
         */
        HandView: {
            /** Did */
            did: string[];
            /** Name */
            name: string;
        };
        /**
         * HolderBody
         * @description Whose licence it is, where it is not the applicant's own: a spouse, a landlord, a company. They are asked themselves.
         */
        HolderBody: {
            /**
             * Document Type
             * @default resident_card
             */
            document_type?: components["schemas"]["DocumentType"] | components["schemas"]["OrganisationCode"];
            /** Id Number */
            id_number: string;
            /** Name */
            name: string;
        };
        /** HoldView */
        HoldView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Reason */
            reason: string;
        };
        /**
         * IdentityBody
         * @description `proof` is only needed for a person who is known here under another phone, or none: of a verification this account began.
         */
        IdentityBody: {
            document_type: components["schemas"]["DocumentType"];
            /** Id Number */
            id_number: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** @default null */
            proof?: components["schemas"]["ProofBody"] | null;
            /** Sms Code */
            sms_code: string;
        };
        /**
         * InHandView
         * @description Who of the staff has a waiting grant in hand, since when, and until when it is theirs.
         */
        InHandView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            /** Mine */
            mine: boolean;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * InspectionView
         * @description A check as the applicant sees it; `findings` and what was drawn are shown to staff alone.
         */
        InspectionView: {
            /** Correct By */
            correct_by: string | null;
            /** Correction */
            correction: string | null;
            /** Draw */
            draw: number | null;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Duty */
            duty: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Findings */
            findings: components["schemas"]["FindingView"][];
            /** Hearing Offered */
            hearing_offered: boolean;
            /** Inspector */
            inspector: string | null;
            /** Label */
            label: string;
            /** Outcome */
            outcome: string | null;
            /** Percent */
            percent: number | null;
            /** Proposed Basis */
            proposed_basis: string | null;
            /** Proposed For */
            proposed_for: string | null;
            /** Speak Until */
            speak_until: string | null;
            /** State */
            state: string;
            /** Statement */
            statement: string | null;
            /** Statement At */
            statement_at: string | null;
            /** Statement By */
            statement_by: string | null;
            /** Statement Heard By */
            statement_heard_by: string | null;
            /** Wants Hearing */
            wants_hearing: boolean;
        };
        /**
         * IntakeView
         * @description That a counter of another district took it in: which one, when, and who decides.
         */
        IntakeView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Counter */
            counter: string;
            /** Decided By */
            decided_by: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
        };
        /**
         * InvitationView
         * @description What the QR code carries; only for the side that offers.
         */
        InvitationView: {
            /**
             * Answer By
             * Format: date-time
             */
            answer_by: string;
            /** Token */
            token: string;
        };
        /**
         * IssueBody
         * @description An instant certificate asked for; `form` as the item declares it. `read_out`: of a scribe, that what the form says to read out was
         *     read to the person, who agreed.
         */
        IssueBody: {
            /** Form */
            form?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Item */
            item: string;
            /**
             * Read Out
             * @default false
             */
            read_out?: boolean;
        };
        /**
         * ItemSummary
         * @description An item in a list.
         */
        ItemSummary: {
            /** Bookable */
            bookable: boolean;
            /** Channels */
            channels: string[];
            /** Code */
            code: string;
            /** Department */
            department: string;
            /** Department Name */
            department_name: string;
            /** Duration */
            duration: string;
            /** For People */
            for_people: boolean;
            /** Free */
            free: boolean;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Name */
            name: string;
            /** Online */
            online: boolean;
            /** Proxy */
            proxy: boolean;
            /** Staff Confirms */
            staff_confirms: boolean;
            /** Summary */
            summary: string;
            /** Themes */
            themes: string[];
            /** Visits */
            visits: number;
        };
        JsonValue: unknown;
        /**
         * KioskAskBody
         * @description `case`: which application goes on, and only there.
         */
        KioskAskBody: {
            /**
             * Case
             * @default null
             */
            case?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "prove" | "carry" | "staff";
        };
        /**
         * KioskAskView
         * @description How it stands, as the kiosk shows it. `picture`: the code as a data URI, once, when it is made. `session`: as it is now.
         */
        KioskAskView: {
            /** Expires In */
            expires_in: number;
            kind: components["schemas"]["AskKind"];
            /**
             * Number
             * @default null
             */
            number?: string | null;
            /**
             * Picture
             * @default
             */
            picture?: string;
            /** @default null */
            session?: components["schemas"]["KioskSessionView"] | null;
            state: components["schemas"]["AskState"];
            /** Told */
            told: string;
        };
        /** KioskProofBody */
        KioskProofBody: {
            /** Sms Code */
            sms_code: string;
        };
        /** KioskSessionBody */
        KioskSessionBody: {
            reading: components["schemas"]["CardReading"];
        };
        /**
         * KioskSessionView
         * @description Whose session it is. `phone`: the one on record, masked, to which the code goes; empty where none is. `minor`: under 18, so
         *     that what they need is applied for by their guardian.
         */
        KioskSessionView: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Idle Seconds */
            idle_seconds: number;
            /** Level */
            level: number;
            /** Minor */
            minor: boolean;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * LateBody
         * @description What was taken in on paper while the hall had no system: the number on the form, and when the papers came in.
         */
        LateBody: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Number */
            number: string;
            /** Outage */
            outage: string;
        };
        /**
         * LaterView
         * @description That a material may come later on a promise: how long after acceptance at most, before which act, and what follows otherwise.
         *
         *     `says`: until when it will be owed, in words, and `due` that moment were the case accepted now; both until it is accepted.
         *     `told`: what was said of it when it was promised.
         */
        LaterView: {
            /** Before */
            before: string;
            /** Consequence */
            consequence: string;
            /** Due */
            due: string | null;
            /** Heard By */
            heard_by: string | null;
            /** Note */
            note: string;
            /** Promised At */
            promised_at: string | null;
            /** Promised By */
            promised_by: string | null;
            /** Says */
            says: string;
            /** Told */
            told: string;
            /** Within */
            within: string;
        };
        /**
         * LawView
         * @description One checked legal basis.
         */
        LawView: {
            /** Article */
            article: string;
            /** Says */
            says: string;
            /** Title */
            title: string;
        };
        /**
         * Lengths
         * @description How many characters a text has (code points, not bytes), or how many options are chosen.
         */
        Lengths: {
            /**
             * Max
             * @default null
             */
            max?: number | null;
            /**
             * Min
             * @default null
             */
            min?: number | null;
        };
        /**
         * LetterView
         * @description The letter that was given. `stands`: whether the answers are still those it was signed over.
         */
        LetterView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Number */
            number: string;
            /** Stands */
            stands: boolean;
            word: components["schemas"]["models__cases__promises__WordView"];
        };
        /**
         * LicenceAskedView
         * @description Another holder has not answered yet.
         */
        LicenceAskedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Authorisation */
            authorisation: string;
            /** Holder */
            holder: string;
            /** Name */
            name: string;
        };
        /**
         * LicenceCheckView
         * @description What anybody is told who scans the code: names and number masked, nothing once it has run out.
         */
        LicenceCheckView: {
            /**
             * Checked At
             * Format: date-time
             */
            checked_at: string;
            /**
             * Demo
             * @default false
             */
            demo?: boolean;
            /** Detail */
            detail: string;
            /**
             * Holder Name
             * @default null
             */
            holder_name?: string | null;
            /**
             * How
             * @default null
             */
            how?: string | null;
            /**
             * Issued On
             * @default null
             */
            issued_on?: string | null;
            /**
             * Issuer
             * @default null
             */
            issuer?: string | null;
            /** Label */
            label: string;
            /**
             * Licence
             * @default null
             */
            licence?: string | null;
            /**
             * Made At
             * @default null
             */
            made_at?: string | null;
            /**
             * Made Text
             * @default null
             */
            made_text?: string | null;
            /**
             * Number
             * @default null
             */
            number?: string | null;
            /**
             * Purpose
             * @default null
             */
            purpose?: string | null;
            result: components["schemas"]["CheckResult"];
            /**
             * Until
             * @default null
             */
            until?: string | null;
            /**
             * Until Text
             * @default null
             */
            until_text?: string | null;
            /**
             * Valid Until
             * @default null
             */
            valid_until?: string | null;
        };
        /**
         * LicenceOwnView
         * @description A licence as its holder sees it; the number masked. `advice`: what to do where it cannot be used.
         */
        LicenceOwnView: {
            /** Advice */
            advice: string;
            /** Holders */
            holders: string[];
            /** Identifier */
            identifier: string;
            /**
             * Issued On
             * Format: date
             */
            issued_on: string;
            /** Issuer */
            issuer: string;
            /** Kind */
            kind: string;
            /** Name */
            name: string;
            /** Number */
            number: string;
            /** Status */
            status: string;
            /** Usable */
            usable: boolean;
            /** Valid Until */
            valid_until: string | null;
        };
        /**
         * LicencesView
         * @description `incomplete`: why what others issued is not among them, and what to do; empty where the register was asked.
         */
        LicencesView: {
            /**
             * Incomplete
             * @default
             */
            incomplete?: string;
            /** Items */
            items: components["schemas"]["LicenceOwnView"][];
        };
        /**
         * LicenceView
         * @description A licence used instead of an upload, and by whose authorisation. `own`: the applicant's. `open`: whether a copy of it may still be
         *     looked at, as long as neither the case nor the authorisation is over.
         */
        LicenceView: {
            /** Authorisation */
            authorisation: string;
            /**
             * Authorised At
             * Format: date-time
             */
            authorised_at: string;
            /** Authorised By */
            authorised_by: string;
            /**
             * Fetched At
             * Format: date-time
             */
            fetched_at: string;
            /** Holder */
            holder: string;
            /** Identifier */
            identifier: string;
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Own */
            own: boolean;
            /** Purpose */
            purpose: string;
            /** Type */
            type: string;
            /** Until */
            until: string | null;
            /** Valid Until */
            valid_until: string | null;
        };
        /**
         * LimitView
         * @description Other limits for some answers. `statutory` is empty where there is none, or nobody has checked it.
         */
        LimitView: {
            /** Asked When */
            asked_when: string;
            /** Name */
            name: string;
            /** Promised */
            promised: string;
            /** Statutory */
            statutory: string;
        };
        /**
         * Listed
         * @description What a register must say of everybody, and of every unit, a field names: `must` of the value at `path`, that they stand `among` its
         *     entries, or that there are `none` of these entries. Of a field that names nobody: what it must say of the applicant beside that answer.
         *     `otherwise`: what staff read where it is not so. `when`: for which answers it is asked at all. `absent`: who has no record there is
         *     as they must be; alone: and nobody else is.
         */
        Listed: {
            /**
             * Absent
             * @default false
             */
            absent?: boolean;
            /** @default null */
            among?: components["schemas"]["Among"] | null;
            /** @default null */
            must?: components["schemas"]["Test"] | null;
            /** @default null */
            none?: components["schemas"]["Entries"] | null;
            /** @default named */
            of?: components["schemas"]["Whose"];
            /** Otherwise */
            otherwise: string;
            /**
             * Path
             * @default null
             */
            path?: string | null;
            /** Register */
            register: string;
            /**
             * When
             * @default []
             */
            when?: components["schemas"]["Condition"][];
        };
        /**
         * LoginBody
         * @description `code` of `wx.login`; in the sandbox `demo:NAME` logs in as that openid.
         */
        LoginBody: {
            /** Code */
            code: string;
        };
        /** LoginView */
        LoginView: {
            citizen: components["schemas"]["CitizenView"];
            /** Token */
            token: string;
        };
        /**
         * MarkView
         * @description A mark as the person it is on, and the department that made it, see it.
         */
        MarkView: {
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** How To Repair */
            how_to_repair: string;
            /** Id */
            id: string;
            /** Item Name */
            item_name: string;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Open */
            open: boolean;
            /** Person Name */
            person_name: string;
            /** Repair */
            repair: string | null;
            /** Repair Reason */
            repair_reason: string;
            /** Repaired At */
            repaired_at: string | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Version */
            version: number;
            /** What */
            what: string;
        };
        /**
         * MaterialChoice
         * @description What is handed in for one material: uploads by id, or the licence the government holds.
         *
         *     `holder`: whose licence, where it is not the applicant's own; they are asked to authorise it.
         */
        MaterialChoice: {
            /** Files */
            files?: string[];
            /** @default null */
            holder?: components["schemas"]["HolderBody"] | null;
            /**
             * Licence
             * @default false
             */
            licence?: boolean;
        };
        /** MaterialVersionView */
        MaterialVersionView: {
            /** Content Type */
            content_type: string;
            /** Name */
            name: string;
            /** Number */
            number: number;
            /** Pages */
            pages: number;
            /** Passed At */
            passed_at: string | null;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * Uploaded At
             * Format: date-time
             */
            uploaded_at: string;
            /** Uploaded By */
            uploaded_by: string;
        };
        /**
         * AppointmentView
         * @description An appointment as its citizen, or their agent, sees it. `actions` are the acts open now.
         */
        models__appointments__AppointmentView: {
            acting: components["schemas"]["ForView"] | null;
            /** Actions */
            actions: string[];
            /** Called To */
            called_to: string | null;
            /** Cancel Until */
            cancel_until: string | null;
            /** Case */
            case: string | null;
            /** Code */
            code: string;
            /** Counter Name */
            counter_name: string;
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Frozen */
            frozen: string | null;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Id */
            id: string;
            /** Item Names */
            item_names: string[];
            /** Items */
            items: string[];
            /** Moved From */
            moved_from: string | null;
            /** Moved To */
            moved_to: string | null;
            /** Name */
            name: string;
            /** People */
            people: string[];
            proposal: components["schemas"]["ProposalView"] | null;
            /** Reason */
            reason: string | null;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            state: components["schemas"]["PlaceState"];
            /** Status */
            status: string;
            /** Ticket */
            ticket: string | null;
            /** Version */
            version: number;
            /** When */
            when: string;
        };
        /**
         * HallView
         * @description A hall and the items that can be booked there; it may serve others to whoever comes.
         *
         *     `counters`: the names of those that serve the item that was asked for; none where none was.
         */
        models__appointments__HallView: {
            /** Address */
            address: string;
            /** Counters */
            counters: string[];
            /** Hours */
            hours: string;
            /** Id */
            id: string;
            /** Items */
            items: string[];
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Towns */
            towns: string[];
        };
        /**
         * VersionBody
         * @description An act on what the actor saw: the version they looked at.
         */
        models__appointments__VersionBody: {
            /** Version */
            version: number;
        };
        /** StepView */
        models__case_views__StepView: {
            /** Done At */
            done_at: string | null;
            /** Done By */
            done_by: string | null;
            /** Due */
            due: string | null;
            /**
             * Earlier
             * @default 0
             */
            earlier?: number;
            /**
             * Finding
             * @default
             */
            finding?: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /**
             * Stands
             * @default
             */
            stands?: string;
            /** Started At */
            started_at: string | null;
            /**
             * Verdict
             * @default
             */
            verdict?: string;
        };
        /**
         * DraftBody
         * @description A new draft. Nothing but the item is needed yet. `region`: the district that is to decide it; the applicant's own where absent.
         */
        models__cases__bodies__DraftBody: {
            /** Form */
            form?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Item */
            item: string;
            /** Materials */
            materials?: {
                [key: string]: components["schemas"]["MaterialChoice"];
            };
            /**
             * Region
             * @default null
             */
            region?: string | null;
        };
        /**
         * VersionBody
         * @description An act that needs nothing but the page it was taken on.
         */
        models__cases__bodies__VersionBody: {
            /** Version */
            version: number;
        };
        /**
         * WordView
         * @description Who gave their word, and who heard it.
         */
        models__cases__promises__WordView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Heard By */
            heard_by: string | null;
        };
        /**
         * AppointmentView
         * @description How a visit is booked.
         */
        models__catalogue__views__AppointmentView: {
            /** Booking */
            booking: string;
            /** Bring */
            bring: string[];
            /** Halls */
            halls: components["schemas"]["models__catalogue__views__HallView"][];
            /** Label */
            label: string;
            /** Minutes */
            minutes: number;
            /** Staff Confirms */
            staff_confirms: boolean;
        };
        /**
         * HallView
         * @description A hall that serves the item by appointment.
         */
        models__catalogue__views__HallView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * LineView
         * @description A code with the words people read for it.
         */
        models__catalogue__views__LineView: {
            /** Label */
            label: string;
            /** Value */
            value: string;
        };
        /**
         * MaterialView
         * @description One material as the guide tells it. `asked_when`: in words; `waived`: who need not hand it in.
         */
        models__catalogue__views__MaterialView: {
            /** Accepts */
            accepts: string[];
            /** Asked When */
            asked_when: string;
            /** Bring Original */
            bring_original: boolean;
            /** Form Label */
            form_label: string;
            /** Help */
            help: string;
            /** Key */
            key: string;
            /** Later */
            later: string;
            /** Licence */
            licence: string | null;
            /** Max Files */
            max_files: number;
            /** Max Mb */
            max_mb: number;
            /** Name */
            name: string;
            /** Need */
            need: string;
            /** Need Label */
            need_label: string;
            /** Source */
            source: string;
            /** Source Label */
            source_label: string;
            /** Standard */
            standard: string;
            /** Upload */
            upload: boolean;
            /** Waived */
            waived: string;
        };
        /**
         * ResultView
         * @description What is handed out.
         */
        models__catalogue__views__ResultView: {
            /** Delivery */
            delivery: string[];
            /** Key */
            key: string;
            /** Kind Label */
            kind_label: string;
            /** Licence */
            licence: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Offers No Record */
            offers_no_record: boolean;
            /** Validity Days */
            validity_days: number | null;
        };
        /**
         * StepView
         * @description One step as the guide tells it.
         */
        models__catalogue__views__StepView: {
            /**
             * Asked When
             * @default
             */
            asked_when?: string;
            /** Limit */
            limit: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Output */
            output: string;
            /** Who */
            who: string;
        };
        /**
         * VerificationView
         * @description What anybody is told who scans the code: a person's name and number masked.
         */
        models__certificates__VerificationView: {
            /**
             * Checked At
             * Format: date-time
             */
            checked_at: string;
            /**
             * Demo
             * @default false
             */
            demo?: boolean;
            /** Detail */
            detail: string;
            /**
             * Ended On
             * @default null
             */
            ended_on?: string | null;
            /**
             * Holder Document
             * @default null
             */
            holder_document?: string | null;
            /**
             * Holder Is Unit
             * @default false
             */
            holder_is_unit?: boolean;
            /**
             * Holder Name
             * @default null
             */
            holder_name?: string | null;
            /**
             * Holder Number
             * @default null
             */
            holder_number?: string | null;
            /**
             * Identifier
             * @default null
             */
            identifier?: string | null;
            /**
             * Issued On
             * @default null
             */
            issued_on?: string | null;
            /**
             * Issuer
             * @default null
             */
            issuer?: string | null;
            /** Label */
            label: string;
            /**
             * Number
             * @default null
             */
            number?: string | null;
            /** Result */
            result: string;
            /**
             * Superseded By
             * @default null
             */
            superseded_by?: string | null;
            /**
             * Title
             * @default null
             */
            title?: string | null;
            /**
             * Valid Until
             * @default null
             */
            valid_until?: string | null;
        };
        /**
         * WordView
         * @description A value of a closed list with its words.
         */
        models__common_views__WordView: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /**
         * OfferView
         * @description What the decision opened: an item that may be applied for now, and what it brings.
         */
        models__decision_views__OfferView: {
            /** Item */
            item: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
        };
        /**
         * ResultView
         * @description What is handed out; `place`, `hours`: at which counter it waits, where it is collected; `wish`: what the applicant said who wanted
         *     it another way than they had chosen, as staff wrote it down.
         */
        models__decision_views__ResultView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Delivery */
            delivery: string;
            /** Hours */
            hours: string;
            /** Kind */
            kind: string;
            /** Note */
            note: string;
            /** Number */
            number: string;
            /** Place */
            place: string;
            /** Wish */
            wish: string;
        };
        /**
         * Only
         * @description Who may choose an option that is not for everybody.
         * @enum {string}
         */
        models__forms__Only: "people" | "enterprises";
        /**
         * GrantBody
         * @description An offer by either side: who names the `agent` is the principal, who names the `principal` the agent.
         *
         *     With a `call_back` the principal has no phone: the agent names them by document, adds photographs of the paper they signed
         *     (`evidence`, own uploads), and staff call. The paper alone grants nothing.
         *
         *     A guardian names the ward as `principal`; `items` may then be left out. A legal representative names the
         *     `enterprise` and, as `agent`, who handles its matters: themselves or somebody else.
         */
        models__grants__offers__GrantBody: {
            /** @default null */
            agent?: components["schemas"]["PartyBody"] | null;
            /** @default delegation */
            basis?: components["schemas"]["ProxyBasis"];
            /** @default null */
            call_back?: components["schemas"]["CallBackBody"] | null;
            /** @default null */
            enterprise?: components["schemas"]["EnterpriseBody"] | null;
            /** Evidence */
            evidence?: string[];
            /**
             * From
             * @default null
             */
            from?: string | null;
            /** Items */
            items?: string[];
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Powers
             * @default null
             */
            powers?: components["schemas"]["Power"][] | null;
            /** @default null */
            principal?: components["schemas"]["PartyBody"] | null;
            /**
             * Single Use
             * @default false
             */
            single_use?: boolean;
            /**
             * Until
             * @default null
             */
            until?: string | null;
        };
        /**
         * AuthorisationBody
         * @description An answer to a request, or its end: on the page as it was seen.
         */
        models__licence_uses__AuthorisationBody: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Version */
            version: number;
        };
        /**
         * AuthorisationState
         * @description `asked`: another holder has to answer. A given one holds until its moment, and is over before it where revoked or ended.
         * @enum {string}
         */
        models__licence_uses__AuthorisationState: "asked" | "given" | "declined" | "revoked" | "ended";
        /**
         * AuthorisationView
         * @description What was asked of me, or what I authorised: whose case, for what, until when, and who has looked.
         */
        models__licence_uses__AuthorisationView: {
            /** Actions */
            actions: string[];
            /** Applicant */
            applicant: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Case */
            case: string;
            /** Ended At */
            ended_at: string | null;
            /** Ended For */
            ended_for: string;
            /** Given At */
            given_at: string | null;
            /** Given By */
            given_by: string;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Looks */
            looks: components["schemas"]["models__licence_uses__LookView"][];
            /** Purpose */
            purpose: string;
            state: components["schemas"]["models__licence_uses__AuthorisationState"];
            /** State Label */
            state_label: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Version */
            version: number;
        };
        /** LookView */
        models__licence_uses__LookView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Department */
            department: string;
            /** What */
            what: string;
        };
        /**
         * MaterialView
         * @description A material as its owner or their agent sees it.
         */
        models__materials__MaterialView: {
            /** Content Type */
            content_type: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: string;
            /** Items */
            items: string[];
            /** Name */
            name: string;
            /** Pages */
            pages: number;
            /** Person Name */
            person_name: string;
            /** Reusable */
            reusable: boolean;
            /** Size */
            size: number;
            /** Version */
            version: number;
            /** Versions */
            versions: components["schemas"]["MaterialVersionView"][];
        };
        /**
         * DeclineBody
         * @description Why not. The applicant and the staff read it.
         */
        models__others__DeclineBody: {
            /** Reason */
            reason: string;
        };
        /**
         * LineView
         * @description A line of a slip; amounts in yuan.
         */
        models__payments__LineView: {
            /** Amount */
            amount: string;
            /** Basis */
            basis: string;
            /** Name */
            name: string;
            /** Price */
            price: string;
            /** Quantity */
            quantity: string;
            /** Unit */
            unit: string;
            /** Waived For */
            waived_for: string;
        };
        /**
         * ExportView
         * @description Everything kept about a person, one entry a subject.
         */
        models__people__ExportView: {
            /**
             * Exported At
             * Format: date-time
             */
            exported_at: string;
            person: components["schemas"]["CitizenView"];
            /** Records */
            records: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        /**
         * VerificationView
         * @description `token` goes to the network identity app, then back to us as the proof; `expires_in` in seconds.
         */
        models__people__VerificationView: {
            /** Expires In */
            expires_in: number;
            /** Token */
            token: string;
        };
        /**
         * LookView
         * @description `who`: a masked name, or that nobody was logged in.
         */
        models__shares__LookView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** File */
            file: boolean;
            /** Who */
            who: string;
        };
        /**
         * OfferView
         * @description What is held for them now.
         */
        models__waitlist__OfferView: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Places */
            places: number;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Until Text */
            until_text: string;
            /** When */
            when: string;
        };
        /**
         * NoticeTakenView
         * @description Answers the bank's notice.
         */
        NoticeTakenView: {
            /** Code */
            code: string;
        };
        /**
         * NoticeView
         * @description A notice as its reader sees it.
         */
        NoticeView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Body */
            body: string;
            /** Grant */
            grant: string | null;
            /** Id */
            id: string;
            /** Link */
            link: string;
            /** Read At */
            read_at: string | null;
            /** Template */
            template: string;
            /** Title */
            title: string;
        };
        /**
         * NotReached
         * @description Why a principal was not heard on the telephone this time.
         * @enum {string}
         */
        NotReached: "no_answer" | "engaged" | "later";
        /** ObjectedBody */
        ObjectedBody: {
            /** Indicator */
            indicator: string;
            /** Reason */
            reason: string;
        };
        /** ObjectedLineView */
        ObjectedLineView: {
            /** Finding */
            finding: string;
            /** Indicator */
            indicator: string;
            /** Points */
            points: number | null;
            /** Reason */
            reason: string;
        };
        /**
         * ObligationView
         * @description What somebody still has to do for a case, or has done. `blocks`: what waits for it.
         *
         *     `digest`: SHA-256 of exactly what was confirmed or signed; `intact`: whether that is what the case holds now. `method`: how it was
         *     shown to be them. `answers`, `files`, `reason`: what they answered; what is sealed is masked for those who do not work on the case.
         */
        ObligationView: {
            /** Answers */
            answers: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Blocks */
            blocks: string;
            /** Declined At */
            declined_at: string | null;
            /** Digest */
            digest: string;
            /** Due */
            due: string | null;
            /** Ended For */
            ended_for: string;
            /** Files */
            files: components["schemas"]["EnclosureView"][];
            /** Handed At */
            handed_at: string | null;
            /** Id */
            id: string;
            /** Intact */
            intact: boolean | null;
            /** Key */
            key: string;
            kind: components["schemas"]["models__common_views__WordView"];
            /** Met At */
            met_at: string | null;
            /** Met By */
            met_by: string | null;
            /** Method */
            method: string;
            /** Name */
            name: string;
            /** Open */
            open: boolean;
            /** Overdue */
            overdue: boolean;
            /** Reason */
            reason: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Who Name */
            who_name: string | null;
        };
        /**
         * OpeningView
         * @description What may be applied for once this is granted.
         */
        OpeningView: {
            /** Item */
            item: string;
            /** Note */
            note: string;
        };
        /**
         * Option
         * @description One choice of a `choice` or `multi` field. `exclusive`: of several, chosen alone or not at all, as 「都没有」. `only`: whose
         *     applications may choose it; left out, everybody's.
         */
        Option: {
            /**
             * Exclusive
             * @default false
             */
            exclusive?: boolean;
            /**
             * Help
             * @default
             */
            help?: string;
            /** Label */
            label: string;
            /** @default null */
            only?: components["schemas"]["models__forms__Only"] | null;
            /** Value */
            value: string;
        };
        /**
         * OrderView
         * @description The open payment on the phone. `token` opens the bank's page.
         */
        OrderView: {
            /** Amount */
            amount: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /** Token */
            token: string;
        };
        /**
         * OrganisationCode
         * @description What an organisation is known by, where a person has an identity document. `label` is what people read.
         * @enum {string}
         */
        OrganisationCode: "uscc";
        /**
         * Origin
         * @description How one saved answer came about: `register` while it is as the register gave it, `applicant` once changed.
         *
         *     A changed answer keeps what the register said, so that whoever reviews it sees both.
         */
        Origin: {
            /** By */
            by: string;
            /** @default null */
            original?: components["schemas"]["JsonValue"];
            /** @default null */
            source?: components["schemas"]["ValueSource"] | null;
        };
        /** OriginalView */
        OriginalView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string;
            outcome: components["schemas"]["models__common_views__WordView"];
        };
        /**
         * OwnPlaceView
         * @description Where somebody stands in a ranking that was published.
         */
        OwnPlaceView: {
            /** Answer By */
            answer_by: string | null;
            /** Asked */
            asked: boolean;
            /** Case */
            case: string;
            /** Given */
            given: string;
            /** Item */
            item: string;
            /** Of */
            of: number;
            /** Offered */
            offered: string;
            outcome: components["schemas"]["models__common_views__WordView"];
            /** Place */
            place: number | null;
            /** Quota */
            quota: number;
            /** Round */
            round: string;
            /** Round Name */
            round_name: string;
            /** Sentence */
            sentence: string;
            /** Total */
            total: number;
            /** Until */
            until: string | null;
        };
        /** OwnPointsView */
        OwnPointsView: {
            /** Places */
            places: components["schemas"]["OwnPlaceView"][];
            /** Records */
            records: components["schemas"]["RecordView"][];
            /** Sheets */
            sheets: components["schemas"]["SheetView"][];
        };
        /** Page[AppointmentView] */
        Page_AppointmentView_: {
            /** Items */
            items: components["schemas"]["models__appointments__AppointmentView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[AskedRow] */
        Page_AskedRow_: {
            /** Items */
            items: components["schemas"]["AskedRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[AuthorisationView] */
        Page_AuthorisationView_: {
            /** Items */
            items: components["schemas"]["models__licence_uses__AuthorisationView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[BillView] */
        Page_BillView_: {
            /** Items */
            items: components["schemas"]["BillView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[CaseRow] */
        Page_CaseRow_: {
            /** Items */
            items: components["schemas"]["CaseRow"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[CertificateView] */
        Page_CertificateView_: {
            /** Items */
            items: components["schemas"]["CertificateView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[DeliveryView] */
        Page_DeliveryView_: {
            /** Items */
            items: components["schemas"]["DeliveryView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[GrantView] */
        Page_GrantView_: {
            /** Items */
            items: components["schemas"]["GrantView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[ItemSummary] */
        Page_ItemSummary_: {
            /** Items */
            items: components["schemas"]["ItemSummary"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[MarkView] */
        Page_MarkView_: {
            /** Items */
            items: components["schemas"]["MarkView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[MaterialView] */
        Page_MaterialView_: {
            /** Items */
            items: components["schemas"]["models__materials__MaterialView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[NoticeView] */
        Page_NoticeView_: {
            /** Items */
            items: components["schemas"]["NoticeView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[PublicNoticeView] */
        Page_PublicNoticeView_: {
            /** Items */
            items: components["schemas"]["PublicNoticeView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /** Page[RoundView] */
        Page_RoundView_: {
            /** Items */
            items: components["schemas"]["RoundView"][];
            /**
             * Next
             * @default null
             */
            next?: string | null;
        };
        /**
         * PaperView
         * @description A written notice of the case; `key` is the last part of its address below the case's papers.
         */
        PaperView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Key */
            key: string;
            /** Number */
            number: string;
            /** Title */
            title: string;
        };
        /**
         * PartView
         * @description One department's share of a bundle. `case`: where its own papers are, since it began; `any_of`: parts of which one must be
         *     granted before; `hands_out`: whether the applicant gets something of it.
         */
        PartView: {
            /** After */
            after: string[];
            /** Any Of */
            any_of: string[];
            /** Case */
            case: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Department */
            department: string;
            /** Due */
            due: string | null;
            /** Essential */
            essential: boolean;
            /** Hands Out */
            hands_out: boolean;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Number */
            number: string | null;
            /** Result */
            result: string;
            status: components["schemas"]["models__common_views__WordView"];
        };
        /**
         * PartyBody
         * @description The other side: by document or by phone, each with the name; with neither, whoever scans the QR code (and is called `name`, where given).
         */
        PartyBody: {
            /** @default resident_card */
            document_type?: components["schemas"]["DocumentType"];
            /**
             * Id Number
             * @default null
             */
            id_number?: string | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
        };
        /**
         * PartyView
         * @description One side, masked for the other. Staff who took on one that waits read the names in full, and the document (`document_title`,
         *     `id_number`) of whom the agent named: it is compared with the paper, and they are asked for.
         */
        PartyView: {
            /**
             * Document Title
             * @default
             */
            document_title?: string;
            /**
             * Id Number
             * @default
             */
            id_number?: string;
            /** Known */
            known: boolean;
            /** Name */
            name: string;
        };
        /**
         * PassedOnView
         * @description One place that became free, and to whom it was offered, each with the end of the case's number alone.
         */
        PassedOnView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Given */
            given: string;
            /** Number */
            number: string;
            /** Offers */
            offers: string[];
            /** Why */
            why: string;
        };
        /** PhotoFindingView */
        PhotoFindingView: {
            /** Advice */
            advice: string;
            fault: components["schemas"]["models__common_views__WordView"];
        };
        /**
         * PhotoView
         * @description What the machine found in a photograph. `left`: how many more it will look at before a clerk does.
         */
        PhotoView: {
            /** Attempts */
            attempts: number;
            /** Findings */
            findings: components["schemas"]["PhotoFindingView"][];
            /** Left */
            left: number;
            outcome: components["schemas"]["models__common_views__WordView"] | null;
            /** Sentence */
            sentence: string;
        };
        /**
         * PlaceBody
         * @description `take`: whether the place they have, or are offered, is taken; `case`: their application.
         */
        PlaceBody: {
            /** Case */
            case: string;
            /** Take */
            take: boolean;
        };
        /**
         * PlaceState
         * @description `free` to `withdrawn` are places nobody has; the rest are appointments.
         * @enum {string}
         */
        PlaceState: "free" | "held" | "withdrawn" | "pending" | "confirmed" | "checked_in" | "serving" | "done" | "declined" | "cancelled" | "missed";
        /**
         * Power
         * @description What a delegation (委托) may allow its agent to do.
         * @enum {string}
         */
        Power: "submit" | "mend" | "see" | "collect" | "withdraw";
        /**
         * PrefillSource
         * @description Where a field's answer comes from: a register and the dotted path inside the person's record there. `decides`: where
         *     somebody answers otherwise, or the register has no record of them, nothing is granted before a member of staff has written down
         *     what they found; `absent`: the answers that fit somebody it has no record of. `count`: the answer is how many entries of the list at `path`
         *     meet these conditions (`field`: a member of the entry; `born` of somebody whose number tells it); `by_number`: what that answers, from
         *     none on, the last for all beyond.
         */
        PrefillSource: {
            /**
             * Absent
             * @default []
             */
            absent?: components["schemas"]["JsonValue"][];
            /**
             * By Number
             * @default []
             */
            by_number?: string[];
            /**
             * Count
             * @default []
             */
            count?: components["schemas"]["Condition"][];
            /**
             * Decides
             * @default false
             */
            decides?: boolean;
            /** Path */
            path: string;
            /** Register */
            register: string;
        };
        /**
         * PreReviewBody
         * @description `file_when_passed`: where nothing must be brought, passing is taken as the formal application.
         */
        PreReviewBody: {
            /**
             * File When Passed
             * @default true
             */
            file_when_passed?: boolean;
            /** Version */
            version: number;
        };
        /** @description RFC 9457 problem details; `detail` is Chinese for the person who reads it. */
        Problem: {
            detail: string;
            errors?: {
                detail?: string;
                pointer?: string;
            }[];
            /** @description the request id, also in X-Request-Id and in the log */
            instance: string;
            status: number;
            title: string;
            type: string;
        };
        /**
         * PromiseBody
         * @description Which materials the applicant promises to hand in later.
         */
        PromiseBody: {
            /** Materials */
            materials: string[];
            /** Version */
            version: number;
        };
        /**
         * ProofBody
         * @description What the national network identity app handed to the mini-program.
         */
        ProofBody: {
            method: components["schemas"]["ProofMethod"];
            /** Token */
            token: string;
        };
        /**
         * ProofMethod
         * @description How it was shown that the living person is the one who acts.
         * @enum {string}
         */
        ProofMethod: "network_identity" | "counter" | "village_officer" | "paper_form";
        /** ProposalView */
        ProposalView: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Reason */
            reason: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * ProxyBasis
         * @description The bases on which somebody may act for the applicant.
         * @enum {string}
         */
        ProxyBasis: "delegation" | "guardianship" | "company";
        /**
         * ProxyView
         * @description Whether somebody may act for the applicant, and what that takes.
         */
        ProxyView: {
            /** Allowed */
            allowed: boolean;
            /** Needs */
            needs: string[];
            /** Powers */
            powers: string[];
            /** Reason */
            reason: string;
            /** Relations */
            relations: string[];
        };
        /**
         * PublicDepartment
         * @description A department that is told, and those of its items that are.
         */
        PublicDepartment: {
            department: components["schemas"]["StatsRow"];
            /** Items */
            items: components["schemas"]["StatsRow"][];
        };
        /**
         * PublicNoticeView
         * @description Who applies for what, of which town (镇街) where that is shown, until when anybody may object, and where.
         */
        PublicNoticeView: {
            /** Applicant */
            applicant: string;
            /** Department Name */
            department_name: string;
            /** Facts */
            facts: components["schemas"]["FactView"][];
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Note */
            note: string;
            /** Number */
            number: string;
            /** Objections */
            objections: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Town Name */
            town_name: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * PublicPlaceView
         * @description One row as everybody may see it: the family name and no more.
         */
        PublicPlaceView: {
            /** Applicant */
            applicant: string;
            /** Given */
            given: string;
            /** Number */
            number: string;
            /** Place */
            place: number;
            /** Standing */
            standing: string;
            /** Total */
            total: number;
            /** Within */
            within: boolean;
        };
        /**
         * PublicRankingView
         * @description A list while it is public. `next`: goes into `?after=`.
         */
        PublicRankingView: {
            /** Count */
            count: number;
            /** Next */
            next: number | null;
            /** Objections */
            objections: string;
            /** Passed On */
            passed_on: components["schemas"]["PassedOnView"][];
            round: components["schemas"]["RoundView"];
            /** Rows */
            rows: components["schemas"]["PublicPlaceView"][];
        };
        /**
         * PublicReceiptView
         * @description What anybody who holds a receipt may check: that it was issued, over how much, and whether it still holds.
         */
        PublicReceiptView: {
            /** Amount */
            amount: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Code */
            code: string;
            /** Collector */
            collector: string;
            /** Item Name */
            item_name: string;
            /** Number */
            number: string;
            /** Payer */
            payer: string;
            /** Valid */
            valid: boolean;
            /** Void At */
            void_at: string | null;
        };
        /**
         * PublicStatsView
         * @description `note` says what is left out and why.
         */
        PublicStatsView: {
            /** Departments */
            departments: components["schemas"]["PublicDepartment"][];
            /** Month */
            month: string;
            /** Note */
            note: string;
            total: components["schemas"]["StatsRow"] | null;
        };
        /**
         * PublishedAuthorisation
         * @description What everybody may read (公示): who decides what, on which letter, until when.
         */
        PublishedAuthorisation: {
            /** Away */
            away: boolean;
            /** Department */
            department: string;
            /** Department Name */
            department_name: string;
            /** Deputy */
            deputy: string | null;
            /** Document Number */
            document_number: string;
            /** Item Names */
            item_names: string[];
            /** Items */
            items: string[];
            /** Level */
            level: string;
            /** Representative */
            representative: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * Format: date
             */
            valid_until: string;
        };
        /** PublishedAuthorisations */
        PublishedAuthorisations: {
            /** Items */
            items: components["schemas"]["PublishedAuthorisation"][];
        };
        /**
         * QuestionView
         * @description A question and its answer.
         */
        QuestionView: {
            /** Answer */
            answer: string;
            /** Question */
            question: string;
        };
        /**
         * QueueView
         * @description How it goes for somebody who has checked in. `before`: how many are called before them; None where nobody is waited for.
         */
        QueueView: {
            /** Before */
            before: number | null;
            /** Called To */
            called_to: string | null;
            /** Counter Name */
            counter_name: string;
            state: components["schemas"]["PlaceState"];
            /** Status */
            status: string;
            /** Ticket */
            ticket: string | null;
        };
        /**
         * ReadingView
         * @description What the reader must sign into its next reading, within `expires_in` seconds.
         */
        ReadingView: {
            /** Expires In */
            expires_in: number;
            /** Nonce */
            nonce: string;
        };
        /**
         * ReceiptView
         * @description The electronic receipt.
         */
        ReceiptView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Check Code */
            check_code: string;
            /** Code */
            code: string;
            /** Number */
            number: string;
            /** Void At */
            void_at: string | null;
        };
        /** RecordLineView */
        RecordLineView: {
            /** Name */
            name: string;
            /** Points */
            points: number;
        };
        /**
         * RecordView
         * @description One edition of confirmed points, and the sealed paper.
         */
        RecordView: {
            /** Certificate */
            certificate: string;
            /** Certificate Number */
            certificate_number: string;
            /** Current */
            current: boolean;
            /** Edition */
            edition: number;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["RecordLineView"][];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Total */
            total: number;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * RecusalRequestView
         * @description What the applicant asked, and what became of it; `granted` is None until it is decided.
         */
        RecusalRequestView: {
            /** Answer */
            answer: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Decided At */
            decided_at: string | null;
            /** Granted */
            granted: boolean | null;
            /** Reason */
            reason: string;
            /** Who */
            who: string;
        };
        /**
         * Reference
         * @description A bound taken from the day of filling in (`of: today`) or from another field: first put on a day of that year (`year_day: "08-31"`),
         *     then moved by months or days.
         */
        Reference: {
            /**
             * Days
             * @default 0
             */
            days?: number;
            /**
             * Months
             * @default 0
             */
            months?: number;
            /** Of */
            of: string;
            /**
             * Year Day
             * @default null
             */
            year_day?: string | null;
        };
        /**
         * RefundView
         * @description Money that goes back.
         */
        RefundView: {
            /** Amount */
            amount: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Done At */
            done_at: string | null;
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Reason */
            reason: string;
            /** State */
            state: string;
        };
        /**
         * ReportDoneBody
         * @description The applicant says that what they owe after the decision is done.
         */
        ReportDoneBody: {
            /** Version */
            version: number;
        };
        /**
         * RescheduleBody
         * @description The new time; `hall` where it changes too.
         */
        RescheduleBody: {
            /**
             * Hall
             * @default null
             */
            hall?: string | null;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Version */
            version: number;
        };
        /**
         * ReturnView
         * @description Everything that was told at once.
         */
        ReturnView: {
            /** Answered At */
            answered_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Closed */
            closed: string[];
            /** Defects */
            defects: components["schemas"]["DefectView"][];
            /** Due */
            due: string | null;
            /** Kind */
            kind: string;
            /** Late Reason */
            late_reason: string;
            /** Number */
            number: string;
            /** Part */
            part: string | null;
        };
        /**
         * RevokedView
         * @description That a decision was taken back, by whom and why. `annulled`: 撤销, it should never have been made; else 撤回. `again`: of a refusal,
         *     the case prepared in which the applicant is decided about anew.
         */
        RevokedView: {
            /** Again */
            again: string | null;
            /** Annulled */
            annulled: boolean;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Basis */
            basis: string;
            by: components["schemas"]["WhoView"];
            /** Number */
            number: string;
            /** Reason */
            reason: string;
            /** Remedies */
            remedies: string;
        };
        /**
         * Roll
         * @description A list of people a register keeps, each with a `name`: whoever stands there is the applicant, or is named by this field or one
         *     `beside` it, else staff look into it before anything is granted.
         */
        Roll: {
            /**
             * Beside
             * @default []
             */
            beside?: string[];
            /** Path */
            path: string;
            /** Register */
            register: string;
        };
        /**
         * RoundObjectionBody
         * @description `case`: the applicant's own application in the round.
         */
        RoundObjectionBody: {
            /**
             * Case
             * @default null
             */
            case?: string | null;
            /** Text */
            text: string;
        };
        /**
         * RoundView
         * @description A round as everybody may see it. `due`: by when the department does what it owes next, its list or the end of it.
         */
        RoundView: {
            /** Announcement */
            announcement: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Department Name */
            department_name: string;
            /** Due */
            due: string | null;
            /** Id */
            id: string;
            /** Item */
            item: string;
            /** Item Name */
            item_name: string;
            /** Least */
            least: number;
            /** Name */
            name: string;
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /** Overdue */
            overdue: boolean;
            /** Passing Until */
            passing_until: string | null;
            /** Places */
            places: {
                [key: string]: number;
            };
            /** Published At */
            published_at: string | null;
            /** Published Until */
            published_until: string | null;
            /** Quota */
            quota: number;
            /** Sentence */
            sentence: string;
            state: components["schemas"]["models__common_views__WordView"];
            /** Take Up Until */
            take_up_until: string | null;
            /** Takes In */
            takes_in: boolean;
        };
        /**
         * SaveBody
         * @description An autosave: what is given replaces what was there; `version` is that of the page. `fill`: what a draft has no answer to is asked
         *     of the registers, for whoever proved who they are only after they had begun. `signed`: of a scribe, the photographs of the printed
         *     application as its applicant signed it; any other change makes it void.
         */
        SaveBody: {
            /**
             * Fill
             * @default false
             */
            fill?: boolean;
            /**
             * Form
             * @default null
             */
            form?: {
                [key: string]: components["schemas"]["JsonValue"];
            } | null;
            /**
             * Materials
             * @default null
             */
            materials?: {
                [key: string]: components["schemas"]["MaterialChoice"];
            } | null;
            /**
             * Signed
             * @default null
             */
            signed?: string[] | null;
            /** Version */
            version: number;
        };
        /**
         * ScannedAskView
         * @description What whoever scanned the code is asked, before they say yes. Whose session it is, is not said.
         */
        ScannedAskView: {
            /** Hall Name */
            hall_name: string;
            /** Item Name */
            item_name: string;
            kind: components["schemas"]["AskKind"];
            /** Kiosk Name */
            kiosk_name: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * ScanTicketView
         * @description As the page takes it to the scanner's service.
         */
        ScanTicketView: {
            /** Mac */
            mac: string;
            /** Nonce */
            nonce: string;
            /** Scanner */
            scanner: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** SessionsView */
        SessionsView: {
            /** Items */
            items: components["schemas"]["SessionView"][];
        };
        /**
         * SessionView
         * @description `address`: where the log-in came from, in full; known of staff alone.
         */
        SessionView: {
            /**
             * Address
             * @default
             */
            address?: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current */
            current: boolean;
            /** Device */
            device: string;
            /** Id */
            id: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /**
             * Web
             * @default false
             */
            web?: boolean;
        };
        /**
         * ShareBody
         * @description For how long, and what for: the holder's own note, which whoever looks reads, too.
         */
        ShareBody: {
            /** Hours */
            hours: number;
            /** Purpose */
            purpose: string;
        };
        /**
         * SharedView
         * @description What whoever has the link sees: the certificate as anybody may verify it, its holder's name in full, and the file.
         */
        SharedView: {
            certificate: components["schemas"]["models__certificates__VerificationView"];
            /** File Url */
            file_url: string;
            /** Holder Name */
            holder_name: string;
            /** Purpose */
            purpose: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Until Text */
            until_text: string;
        };
        /**
         * SharesView
         * @description The links of a certificate, the newest first.
         */
        SharesView: {
            /** Items */
            items: components["schemas"]["ShareView"][];
        };
        /**
         * ShareView
         * @description A link as its holder sees it. `scene`: what a QR code of the mini-program carries.
         */
        ShareView: {
            /** Count */
            count: number;
            /** Id */
            id: string;
            /** Looks */
            looks: components["schemas"]["models__shares__LookView"][];
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Open */
            open: boolean;
            /** Purpose */
            purpose: string;
            /** Scene */
            scene: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * SheetLineView
         * @description One indicator. `counted`: what it gives as things stand; `verified`: a department has said so itself.
         */
        SheetLineView: {
            /** Counted */
            counted: number;
            /** Department */
            department: string;
            /** Indicator */
            indicator: string;
            /** Judged */
            judged: boolean;
            /** Least */
            least: number;
            /** Most */
            most: number;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Proposed */
            proposed: number;
            /** Reason */
            reason: string;
            /** Sources */
            sources: string[];
            /** Verified */
            verified: boolean;
        };
        /** SheetObjectionBody */
        SheetObjectionBody: {
            /** Lines */
            lines: components["schemas"]["ObjectedBody"][];
            /** Version */
            version: number;
        };
        /** SheetObjectionView */
        SheetObjectionView: {
            /** Answered At */
            answered_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Due
             * Format: date-time
             */
            due: string;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["ObjectedLineView"][];
        };
        /** SheetView */
        SheetView: {
            /** Case */
            case: string;
            /** Case Number */
            case_number: string;
            /** Confirm By */
            confirm_by: string | null;
            /** Figures */
            figures: {
                [key: string]: number;
            };
            /** Final */
            final: boolean;
            /** Id */
            id: string;
            /** Lines */
            lines: components["schemas"]["SheetLineView"][];
            /** Objections */
            objections: components["schemas"]["SheetObjectionView"][];
            /** Person Name */
            person_name: string;
            /** Sentence */
            sentence: string;
            state: components["schemas"]["models__common_views__WordView"];
            /** Total */
            total: number;
            /** Version */
            version: number;
        };
        /**
         * ShowBody
         * @description Which of my licences: its identifier, as my list names it. In the body, since addresses are logged.
         */
        ShowBody: {
            /** Identifier */
            identifier: string;
        };
        /**
         * ShowingView
         * @description A showing as its holder gets it. `url`: what the code on the screen says; `seconds`: how long it says so.
         */
        ShowingView: {
            /** File Url */
            file_url: string | null;
            /** Holder Name */
            holder_name: string;
            /** Id */
            id: string;
            /** Licence */
            licence: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Purpose */
            purpose: string;
            /** Seconds */
            seconds: number;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Url */
            url: string;
        };
        /**
         * ShownAnswer
         * @description One answer of the applicant's form that is shown; `words`: as people read it.
         */
        ShownAnswer: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            value: components["schemas"]["JsonValue"];
            /** Words */
            words: string;
        };
        /**
         * Side
         * @description Whose part in a grant; staff only ever offer.
         * @enum {string}
         */
        Side: "principal" | "agent" | "staff";
        /**
         * SignBody
         * @description `digest`: of the page that was read; what was changed meanwhile is not signed unseen.
         */
        SignBody: {
            /** Digest */
            digest: string;
        };
        /**
         * SlipMaterial
         * @description One material on an advice slip.
         */
        SlipMaterial: {
            /** Name */
            name: string;
            /** Need */
            need: string;
            /** Note */
            note: string;
            /** Source */
            source: string;
        };
        /**
         * SlipText
         * @description What an advice slip says, in words: as it was told on that day, whatever the guide says later.
         */
        SlipText: {
            /** Bring */
            bring: string[];
            /** Circumstances */
            circumstances: string[];
            /** Complaints */
            complaints: string;
            /** Conditions */
            conditions: string[];
            /** Department */
            department: string;
            /** Duration */
            duration: string;
            /** Fee */
            fee: string;
            /** How */
            how: string[];
            /** Item Name */
            item_name: string;
            /** Materials */
            materials: components["schemas"]["SlipMaterial"][];
            /** Nothing To Hand In */
            nothing_to_hand_in: string[];
            /** Phone */
            phone: string;
            /** Proxy */
            proxy: string;
            /** Summary */
            summary: string;
            /** Trips */
            trips: string;
            /** When */
            when: string;
            /** Where */
            where: string[];
        };
        /** SlotsView */
        SlotsView: {
            /** Hall */
            hall: string;
            /** Item */
            item: string;
            /** Items */
            items: components["schemas"]["SlotView"][];
        };
        /**
         * SlotView
         * @description One slot. `free` counts places open now; `released_at` is when its places open or opened.
         */
        SlotView: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /** Extended */
            extended: boolean;
            /** Free */
            free: number;
            /**
             * Released At
             * Format: date-time
             */
            released_at: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /** SmsCodeBody */
        SmsCodeBody: {
            /** Phone */
            phone: string;
        };
        /**
         * SmsCodeView
         * @description `expires_in` and `retry_after` in seconds.
         */
        SmsCodeView: {
            /** Detail */
            detail: string;
            /** Expires In */
            expires_in: number;
            /** Phone */
            phone: string;
            /** Retry After */
            retry_after: number;
        };
        /**
         * SpeakBody
         * @description What the applicant says before a decision is annulled.
         */
        SpeakBody: {
            /** Text */
            text: string;
            /** Version */
            version: number;
            /**
             * Wants Hearing
             * @default false
             */
            wants_hearing?: boolean;
        };
        /**
         * StateView
         * @description Where the case stands: the official code, the words, and one sentence that says whose turn it is. `holds`: whether the
         *     applicant has what they asked for; None while nothing is decided, or nothing any more.
         */
        StateView: {
            /** Code */
            code: number;
            /** Holds */
            holds: boolean | null;
            /** Label */
            label: string;
            /** Sentence */
            sentence: string;
            /** State */
            state: string;
        };
        /**
         * StatsRow
         * @description The figures of one item, department or hall.
         */
        StatsRow: {
            /** Figures */
            figures: components["schemas"]["Figure"][];
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * StopView
         * @description `until`: the day it is expected to end, as its notice says; `end`: when it did, or will.
         */
        StopView: {
            /** End */
            end: string | null;
            ground: components["schemas"]["models__common_views__WordView"];
            /** Legal Basis */
            legal_basis: string;
            /** Notice */
            notice: string;
            /** Reason */
            reason: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Statutory */
            statutory: boolean;
            /** Until */
            until: string | null;
        };
        /**
         * SubmissionView
         * @description One handing-in. `place`: where staff wrote it down for an applicant who stood before them, else empty; `signed`: the application
         *     they signed.
         */
        SubmissionView: {
            /** Anew Materials */
            anew_materials: string[];
            /** Anew Steps */
            anew_steps: string[];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Changed Fields */
            changed_fields: string[];
            /** Changed Materials */
            changed_materials: string[];
            /** Mode */
            mode: string;
            /** Number */
            number: number;
            /** Place */
            place: string;
            /** Signed */
            signed: components["schemas"]["FileView"][];
            /** Untouched */
            untouched: string[];
        };
        /**
         * SubmitBody
         * @description `late`: it was taken in on paper while there was no system, and a window writes it down now.
         */
        SubmitBody: {
            /** @default null */
            late?: components["schemas"]["LateBody"] | null;
            /** Version */
            version: number;
        };
        /**
         * TermView
         * @description One thing the letter says.
         */
        TermView: {
            /** Name */
            name: string;
            /** Text */
            text: string;
        };
        /**
         * Test
         * @description What a value must satisfy; every part that is given must hold. `min` and `max` include their bound. `counts`: the number is
         *     just so many as other fields list. `differs_from`: nobody and no unit those fields name, nor the `applicant`, where that word is given.
         */
        Test: {
            /** @default null */
            counts?: components["schemas"]["Count"] | null;
            /**
             * Differs From
             * @default null
             */
            differs_from?: string[] | null;
            /**
             * Equals
             * @default null
             */
            equals?: boolean | number | string | null;
            /**
             * In
             * @default null
             */
            in?: (boolean | number | string)[] | null;
            /** @default null */
            length?: components["schemas"]["Lengths"] | null;
            /**
             * Max
             * @default null
             */
            max?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Min
             * @default null
             */
            min?: number | string | components["schemas"]["Reference"] | null;
            /**
             * Pattern
             * @default null
             */
            pattern?: string | null;
        };
        /**
         * ThemesView
         * @description All themes, in order.
         */
        ThemesView: {
            /** Items */
            items: components["schemas"]["ThemeView"][];
        };
        /**
         * ThemeView
         * @description One theme, and how many items it has.
         */
        ThemeView: {
            /** Help */
            help: string;
            /** Id */
            id: string;
            /** Items */
            items: number;
            /** Name */
            name: string;
        };
        /** TrackingView */
        TrackingView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
        };
        /**
         * TriedView
         * @description A call in which the principal was not heard.
         */
        TriedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Name */
            by_name: string;
            outcome: components["schemas"]["NotReached"];
            /** Outcome Label */
            outcome_label: string;
        };
        /**
         * UnfitView
         * @description An answer a register gave and the form does not take as it is: in the way of handing in, not of the draft.
         */
        UnfitView: {
            /** Field */
            field: string;
            /** Label */
            label: string;
            /** Register */
            register: string;
            /** Told */
            told: string;
        };
        /**
         * ValueSource
         * @description Where a pre-filled value was taken from, and when.
         */
        ValueSource: {
            /**
             * Fetched At
             * Format: date-time
             */
            fetched_at: string;
            /**
             * Label
             * @default
             */
            label?: string;
            /**
             * Path
             * @default
             */
            path?: string;
            /**
             * Record Id
             * @default
             */
            record_id?: string;
            /** Register */
            register: string;
        };
        /** VerdictView */
        VerdictView: {
            /** Advice */
            advice: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Passed */
            passed: boolean;
            reason: components["schemas"]["models__common_views__WordView"] | null;
        };
        /**
         * VerificationBody
         * @description `purpose`: what the person is asked to confirm, as their network identity app shows it.
         *
         *     `person`, in its place: whose identity an account that has none claims. That purpose is not the claimant's to word.
         */
        VerificationBody: {
            /** @default null */
            person?: components["schemas"]["ClaimedDocument"] | null;
            /**
             * Purpose
             * @default null
             */
            purpose?: string | null;
        };
        /**
         * VerifiedView
         * @description Somebody checked the certificate by its code or with its file.
         */
        VerifiedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** How */
            how: string;
            /** Who */
            who: string;
        };
        /**
         * VersionedBody
         * @description An act on what the caller has just seen.
         */
        VersionedBody: {
            /** Version */
            version: number;
        };
        /**
         * WaitBody
         * @description Waits for a place of `hall` on the days from `first` to `last`. `people`: family who come along; each gets a place
         *     of their own at the same time, or nothing is offered.
         */
        WaitBody: {
            /**
             * Case
             * @default null
             */
            case?: string | null;
            /**
             * First
             * Format: date
             */
            first: string;
            /** Hall */
            hall: string;
            /** Items */
            items: string[];
            /**
             * Last
             * Format: date
             */
            last: string;
            /** People */
            people?: string[];
        };
        /**
         * WaitingState
         * @description Of an entry. `waiting` and `offered` are in the line.
         * @enum {string}
         */
        WaitingState: "waiting" | "offered" | "taken" | "left" | "lapsed" | "over" | "ended";
        /**
         * WaitingView
         * @description 202: a person decides. `reason` says why, `message` what happens next.
         */
        WaitingView: {
            /** Case */
            case: string;
            /** Item */
            item: string;
            /** Message */
            message: string;
            /**
             * Number
             * @default null
             */
            number?: string | null;
            /** Reason */
            reason: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * WaitlistEntryView
         * @description An entry as its citizen, or their agent, sees it. `ahead`: how many before them wait in that hall for days of theirs.
         */
        WaitlistEntryView: {
            /** Actions */
            actions: string[];
            /** Ahead */
            ahead: number;
            /** Appointments */
            appointments: string[];
            /**
             * First
             * Format: date
             */
            first: string;
            /** Hall */
            hall: string;
            /** Hall Name */
            hall_name: string;
            /** Id */
            id: string;
            /** Item Names */
            item_names: string[];
            /** Items */
            items: string[];
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Name */
            name: string;
            offer: components["schemas"]["models__waitlist__OfferView"] | null;
            /** People */
            people: string[];
            state: components["schemas"]["WaitingState"];
            /** Status */
            status: string;
            /** Version */
            version: number;
        };
        /**
         * WaitlistView
         * @description Own entries: those in the line, then the newest of those over.
         */
        WaitlistView: {
            /** Items */
            items: components["schemas"]["WaitlistEntryView"][];
        };
        /**
         * WatchAnswerBody
         * @description `token`: of the code or link.
         */
        WatchAnswerBody: {
            /** Token */
            token: string;
        };
        /**
         * WatchBody
         * @description Which of one's own cases; left out: all of them.
         */
        WatchBody: {
            /** Cases */
            cases?: string[];
        };
        /**
         * WatchedCaseView
         * @description How one case stands, in words; nothing of what is in it.
         */
        WatchedCaseView: {
            /** Item Name */
            item_name: string;
            /** Over */
            over: boolean;
            /** Status */
            status: string;
            /** Turn */
            turn: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * WatchedView
         * @description The cases, the one that changed last first.
         */
        WatchedView: {
            /** Items */
            items: components["schemas"]["WatchedCaseView"][];
            /** Principal */
            principal: string;
        };
        /**
         * WatchesView
         * @description Whom I let see, and whose I see; the newest first.
         */
        WatchesView: {
            /** Items */
            items: components["schemas"]["WatchView"][];
        };
        /**
         * WatchState
         * @description An invitation, somebody who watches, or the end of either.
         * @enum {string}
         */
        WatchState: "invited" | "active" | "ended";
        /**
         * WatchView
         * @description `mine`: the reader is the one whose cases they are. Names are masked for the other side.
         */
        WatchView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Ends */
            ends: boolean;
            /** Id */
            id: string;
            /** @default null */
            invitation?: components["schemas"]["InvitationView"] | null;
            /** Items */
            items: string[];
            /** Mine */
            mine: boolean;
            /** Principal */
            principal: string;
            state: components["schemas"]["WatchState"];
            /** State Label */
            state_label: string;
            /** Watcher */
            watcher: string;
        };
        /**
         * WebCodeView
         * @description Eight digits to be typed into the browser, once, within `expires_in` seconds.
         */
        WebCodeView: {
            /** Code */
            code: string;
            /** Expires In */
            expires_in: number;
        };
        /** WebSessionBody */
        WebSessionBody: {
            /** Code */
            code: string;
        };
        /**
         * WebSessionView
         * @description Whose session it is; `person` tells the page whether the same one came back. `level`: below 2 the phone has to prove anew that it is
         *     them. `ends_at`: however busy they are. `today`: by which answers are checked.
         */
        WebSessionView: {
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Idle Seconds */
            idle_seconds: number;
            /** Level */
            level: number;
            /** Name */
            name: string;
            /** Person */
            person: string;
            /**
             * Today
             * Format: date
             */
            today: string;
        };
        /**
         * Whose
         * @description Whose record a register is asked for.
         * @enum {string}
         */
        Whose: "named" | "applicant";
        /**
         * WhoView
         * @description Somebody who did something. Staff are named with their department.
         */
        WhoView: {
            /**
             * Department
             * @default null
             */
            department?: string | null;
            /** Name */
            name: string;
        };
        /** WithdrawBody */
        WithdrawBody: {
            /**
             * Reason
             * @default null
             */
            reason?: string | null;
            /** Version */
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getApiV1AdviceSlipsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceSlipView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1AdviceSlipsIdHtml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1AdviceSlipsIdPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Appointments: {
        parameters: {
            query?: {
                cursor?: string | null;
                over?: boolean;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AppointmentView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Appointments: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1AppointmentsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdAcceptProposal: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdCancel: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdCheckIn: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdDeclineProposal: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1AppointmentsIdQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdReschedule: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1AppointmentsIdTakeOver: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__appointments__AppointmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Authorisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedAuthorisations"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Bills: {
        parameters: {
            query?: {
                case?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BillView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1BillsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1BillsIdPay: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BillVersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1BillsIdReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1BillsIdSlip: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Cases: {
        parameters: {
            query?: {
                cursor?: string | null;
                item?: string | null;
                limit?: number;
                state?: ("draft" | "submitted" | "returned" | "pre_approved" | "received" | "correction" | "accepted" | "correction_after_acceptance" | "paused" | "refused" | "granted" | "closed" | "not_accepted" | "withdrawn" | "aborted") | null;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Cases: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__DraftBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putApiV1CasesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesIdApplicationForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdAskRecusal: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskRecusalBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdCommit: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesIdCommitment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitmentView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdDeclineCommitment: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesIdForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFormView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdHandIn: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandInBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CasesIdPapersId2: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdPreReview: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreReviewBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdPromise: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromiseBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdReportDone: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDoneBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdResubmit: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdSpeak: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeakBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdSubmit: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdTakeOver: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdUrge: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__cases__bodies__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CasesIdWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Certificates: {
        parameters: {
            query?: {
                case?: string | null;
                cursor?: string | null;
                item?: string | null;
                limit?: number;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CertificateView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Certificates: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description 成功 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesIdFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesIdShares: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CertificatesIdShares: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesIdSharesId2Code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1CertificatesIdSharesId2End: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                id2: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShareView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1CertificatesIdVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChecksView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Deliveries: {
        parameters: {
            query?: {
                case?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DeliveryView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1DeliveriesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1DisplayEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1DisplaysId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1GrantInvitationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Grants: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                state?: ("invited" | "checking" | "active" | "used_up" | "declined" | "revoked" | "expired" | "ended") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GrantView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Grants: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__grants__offers__GrantBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1GrantsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1GrantsIdAccept: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1GrantsIdActs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantActsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1GrantsIdDecline: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1GrantsIdInvitationCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1GrantsIdRevoke: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Halls: {
        parameters: {
            query?: {
                item?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1HallsIdSlots: {
        parameters: {
            query: {
                also?: string | null;
                from: string;
                item: string;
                to: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Items: {
        parameters: {
            query?: {
                cursor?: string;
                department?: string | null;
                q?: string;
                region?: string | null;
                theme?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ItemSummary_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ItemsId: {
        parameters: {
            query?: {
                region?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuideView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ItemsIdAdviceSlips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdviceBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceSlipView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ItemsIdForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilledForm"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1KioskAsksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScannedAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskAsksIdAgree: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreedAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1KioskArrivals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskArrivals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskArrivalsSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1KioskAsks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskAsks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KioskAskBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskAskView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsCodeView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1KioskDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskProofs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KioskProofBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskReadings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskScans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanTicketView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1KioskSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KioskSessionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KioskSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1KioskSessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Licences: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicencesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1LicencesAuthorisations: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                state?: ("asked" | "given" | "declined" | "revoked" | "ended") | null;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuthorisationView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1LicencesAuthorisationsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__licence_uses__AuthorisationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1LicencesAuthorisationsIdAuthorise: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__licence_uses__AuthorisationBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__licence_uses__AuthorisationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1LicencesAuthorisationsIdDecline: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__licence_uses__AuthorisationBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__licence_uses__AuthorisationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1LicencesAuthorisationsIdRevoke: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__licence_uses__AuthorisationBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__licence_uses__AuthorisationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1LicencesCopies: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1LicencesCopiesIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1LicencesShowings: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShowBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Marks: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MarkView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Materials: {
        parameters: {
            query?: {
                cursor?: string | null;
                item?: string | null;
                limit?: number;
                passed?: boolean;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MaterialView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Materials: {
        parameters: {
            query?: {
                item?: string | null;
                replaces?: string | null;
            };
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__materials__MaterialView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MaterialsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__materials__MaterialView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MaterialsIdContent: {
        parameters: {
            query?: {
                version?: number | null;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                /** @description 工作人员代录时，当面核验过的申请人编号 */
                "Attested-Person"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1Me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MeAccessLog: {
        parameters: {
            query?: {
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessLogView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MeExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__people__ExportView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putApiV1MeIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1MeIdentityProofs: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CitizenView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1MeIdentityVerifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__people__VerificationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1MeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1MeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1MeSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Notices: {
        parameters: {
            query?: {
                cursor?: string | null;
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NoticeView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1NoticesIdRead: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Obligations: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                open?: boolean | null;
            };
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AskedRow_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ObligationsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ObligationsIdConfirm: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ObligationsIdDecline: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__others__DeclineBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ObligationsIdFilesId2Id3: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
                id2: string;
                id3: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ObligationsIdPapersId2Id3: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
                id2: string;
                id3: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1ObligationsIdSign: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1PaymentsNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Envelope"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTakenView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Points: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPointsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1PointsRounds: {
        parameters: {
            query?: {
                cursor?: string | null;
                item?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RoundView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1PointsRoundsIdObjections: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundObjectionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1PointsRoundsIdPlace: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPlaceView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1PointsRoundsIdRanking: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicRankingView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1PointsSheetsIdConfirm: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionedBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1PointsSheetsIdObjections: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SheetObjectionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1PublicNotices: {
        parameters: {
            query?: {
                cursor?: string | null;
                department?: string | null;
                item?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PublicNoticeView_"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1ReceiptsId: {
        parameters: {
            query: {
                check_code: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicReceiptView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1SessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1SharedId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1SharedIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1SmsCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmsCodeBody"];
            };
        };
        responses: {
            /** @description 成功 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsCodeView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Stats: {
        parameters: {
            query: {
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicStatsView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Themes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Verifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileVerificationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Waitlist: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Waitlist: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaitBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1WaitlistId: {
        parameters: {
            query?: never;
            header?: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1WaitlistIdAccept: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1WaitlistIdDecline: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1WaitlistIdLeave: {
        parameters: {
            query?: never;
            header: {
                /** @description 代别人办理时的授权编号 */
                "Acting-Grant"?: string;
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["models__appointments__VersionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntryView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1WatchInvitationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1Watches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchesView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1Watches: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1WatchesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1WatchesIdAccept: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchAnswerBody"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1WatchesIdCases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1WatchesIdCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1WatchesIdEnd: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1WebCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebCodeView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiV1WebSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebSessionBody"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiV1WebSessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebSessionView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiV1WebSessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功，没有内容 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVerifyId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__certificates__VerificationView"];
                };
            };
            /** @description 成功 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["models__certificates__VerificationView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVerifyLicencesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceCheckView"];
                };
            };
            /** @description 成功 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceCheckView"];
                };
            };
            /** @description 没有成功 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
